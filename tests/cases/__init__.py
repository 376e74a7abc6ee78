"""Cases from practice: small inputs, played against the simulator, with what a bookkeeper must find afterwards."""
