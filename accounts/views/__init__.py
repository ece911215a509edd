from accounts.views.settings import SettingsView
from accounts.views.shortcuts import ShortcutsView

__all__ = ["SettingsView", "ShortcutsView"]
