"""Training of onrecord's language model; never imported by the product."""
