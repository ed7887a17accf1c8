# %% [markdown] class: another_algorithm
# Madam Chair, three numbers first. The rule of 2026 catches 4 of 27 chips, that of 2023 caught 19. The months that the second
# rule added lie between 9 and 11 by the end of 2025, on an assumption about what would have been. Forgone chip exports are 2.4%
# of the deficit.
#
# Those who would tighten say that computing is the scarce input and that leaks call for enforcement; those who would loosen say
# that the models kept pace, that suppliers lost 130 billion USD of market value, and that a rival learns behind the wall. Firms
# on both sides are interested parties.
#
# What remains is the value of a month: above 2.2 billion USD a year, by a toy table, ban; below, keep a limit. A measured delay
# with a comparison group would change this more than any speech.


# %% [markdown] class: loops
# Madam Chair, the evidence does not say which bill is right. Of 27 American chips the rule of 2022 certainly catches 8, and for
# five a fact is missing; the rule of 2023 catches 19. The best chip for data centres that it lets through, the H20, has 15% of
# the H100's score and 119% of its memory bandwidth.
#
# The ratio of computing rose from 5.1 to 33 (Epoch, estimates). If it had stayed, and if growth is 8 to 14-fold a year, the
# control added 9 to 11 months. For tightening: the gap grows and leaks can be closed. For loosening: models did not fall behind
# with the chips, a rival is sheltered, and with idle factories the seller's loss is large. Both sellers and rivals are parties.
#
# By the reading's toy table a ban pays from 2.2 billion USD a year for each month. Ask your members whether a month is worth
# that. A measured delay would change my advice.


# %% [markdown] class: vectorised
# Madam Chair, keep the limit for now, and say what would move you. A rule stops what it counts: under that of 2023 the best
# data-centre chip scores 2,368, against 15,832 for the H100, but reads memory at 4,000 GB a second.
#
# Months are not chips. From a ratio of 5.1 to one of 33 the control added between 9 and 11 months, if nothing else had changed
# the ratio; Beijing's own refusal did. The strongest case for more control is that computing is scarce and the seller's loss
# small while its factories are booked: in the toy market 340 million USD, of which others gain 320. The strongest case against
# is that models trail by months as before, while a protected industry learns. Sellers and rivals both speak for themselves.
#
# Chips forgone are 2.4% of the deficit and decide nothing there. The ban beats the limit from 2.2 billion USD a month and year.
# If a month is worth more to your members, tighten; if factories stand idle, wait.
