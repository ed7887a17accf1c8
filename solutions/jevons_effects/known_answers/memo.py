# %% [markdown] class: another_algorithm
# Minister, both sentences can be right, because they speak of different things. Say chips become five times as efficient and the
# whole gain reaches the price. At an elasticity of 0.8 use grows 3.6 times, chips and the bill fall to 0.72. At 1.3 use grows 8.1
# times, chips and bill 1.6 times. Use grows above 0, the bill above 1, chips above 1 over the part of the gain that is passed on.
#
# Which elasticity holds nobody knows. China's tokens grew 1,400-fold from January 2024 to March 2026. If only the price had changed
# that means 2.0 or 0.5, by price index, and 1.1 or 0.3 once new users and longer requests are taken out. Tokens do not count power.
#
# Plan with both paths, grant connections in steps, and measure electricity for two years before you choose between them.


# %% [markdown] class: loops
# Minister, both sentences can be right, because they speak of different things. Say chips become five times as efficient and the
# whole gain reaches the price. At an elasticity of 0.8 use grows 3.6 times, chips and the bill fall to 0.72. At 1.3 use grows 8.1
# times, chips and bill 1.6 times. Use grows above 0, the bill above 1, chips above 1 over the part of the gain that is passed on.
#
# Which elasticity holds nobody knows. China's tokens grew 1,400-fold from January 2024 to March 2026. If only the price had changed
# that means 2.0 or 0.5, by price index, and 1.1 or 0.3 once new users and longer requests are taken out. Tokens do not count power.
#
# Plan with both paths, grant connections in steps, and measure electricity for two years before you choose between them.


# %% [markdown] class: vectorised
# Minister, both sentences can be right, because they speak of different things. Say chips become five times as efficient and the
# whole gain reaches the price. At an elasticity of 0.8 use grows 3.6 times, chips and the bill fall to 0.72. At 1.3 use grows 8.1
# times, chips and bill 1.6 times. Use grows above 0, the bill above 1, chips above 1 over the part of the gain that is passed on.
#
# Which elasticity holds nobody knows. China's tokens grew 1,400-fold from January 2024 to March 2026. If only the price had changed
# that means 2.0 or 0.5, by price index, and 1.1 or 0.3 once new users and longer requests are taken out. Tokens do not count power.
#
# Plan with both paths, grant connections in steps, and measure electricity for two years before you choose between them.
