"""One file a format. A writer takes records as they come and keeps none of them."""
