"""What people meet: the running application in a real Chromium."""
