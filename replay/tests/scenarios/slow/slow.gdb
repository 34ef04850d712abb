let sleeper finish
