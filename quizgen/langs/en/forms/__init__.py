"""Words by themselves: their forms, numbers, dates, countries. No sentence is needed."""
