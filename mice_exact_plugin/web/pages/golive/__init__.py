"""*Controle vóór livegang*: what is looked at before a link books."""
