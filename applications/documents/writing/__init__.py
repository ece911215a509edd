"""From facts to the text of a résumé or letter: functions of plain data."""
