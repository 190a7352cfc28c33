"""The live board under load: many sessions of eight people on one machine, with real sign-ins and the real server."""
