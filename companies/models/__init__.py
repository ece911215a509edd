from companies.models.company import Company

__all__ = ["Company"]
