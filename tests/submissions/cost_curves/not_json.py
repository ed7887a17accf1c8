# The file is no notebook: an e-mail was saved under its name.
# raw: Please find my notebook attached. Best wishes
