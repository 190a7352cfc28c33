"""The administration of processes: names, goals, minutes, prompts, help, order, and what is switched off."""
