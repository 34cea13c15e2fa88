"""The tests.  A package, for a library that we depend on installs one of the same name."""
