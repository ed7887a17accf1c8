# All answers are right, but some test cells were deleted.
# start: solution
# drop: *-test
