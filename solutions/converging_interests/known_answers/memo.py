# %% [markdown] class: another_algorithm
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.


# %% [markdown] class: loops
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.


# %% [markdown] class: vectorised
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.
