"""The views: ask a service, let a presenter decide, print a template. Who may come here is decided in `guards`."""
