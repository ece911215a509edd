"""How a posting fits a résumé: functions of text and plain data.

Nothing here knows the database, the network, the clock or chance, so the same posting and
the same résumé give the same figures everywhere. The method is told in docs/matching.md.
"""
