# %% [markdown] class: another_algorithm
# Minister, use two rates, not one. At constant quality (35% or more on GPQA Diamond, three parts input to one part output) the
# lowest list price fell from 37.50 to 0.14 USD per million tokens between March 2023 and August 2025: 90% a year. The leading
# model's list price fell by 32% a year from March 2023 to April 2026, and it rose after August 2025. A regression over the
# models above 45% gives 75%, between 15% and 92%.
#
# A trend is not a cause: chips, algorithms and margins all lower a price, and the list shows none of them. Pay by the solved
# task, assume 30% for leading models and 60% for routine work, and look again each year. If leading prices rise once more, cut
# both rates.


# %% [markdown] class: loops
# Minister, do not put 80% a year into the budget. The rate fits one price only. The cheapest model that reaches 35% on GPQA
# Diamond cost 37.50 USD per million tokens in March 2023 and 0.14 in August 2025 (three parts input, one part output), which is
# 90% a year. OpenAI's leading model went from 37.50 in March 2023 to 11.25 in April 2026, which is 32% a year, and it rose in
# the last eight months. The fitted trend of all models above 45% is 75% a year, but its interval runs from 15% to 92%.
#
# A price is not a cost: a seller can cut its margin, and the list does not show it. Budget for each solved task, plan with 30%
# a year for the best models and 60% for routine work, and review both every spring. A year without a cheaper model of the same
# quality would change this advice.


# %% [markdown] class: vectorised
# Minister, the rate of 80% a year belongs to a fixed quality, not to your bill. For three input tokens to one output token, in
# USD per million: the cheapest model above 40% on GPQA Diamond cost 15.00 in November 2023 and 0.14 in August 2025. The best
# OpenAI model cost 37.50 in March 2023 and 11.25 in April 2026, only 32% a year less. The trend of all models above 75% cannot
# even be told from a rise.
#
# List prices show neither costs nor margins, nor how many tokens a solved task takes. Plan with 30% a year for the best models,
# buy by the solved task, and keep contracts short. Two more years of falling prices at fixed quality would let you plan with
# more.
