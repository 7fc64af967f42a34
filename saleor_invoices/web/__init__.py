"""Plain HTTP: manifest, registration, private links, health, the dashboard's bundle."""
