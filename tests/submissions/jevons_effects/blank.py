# Handed in as it was released.
# start: release
