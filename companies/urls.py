from django.urls import path

from companies import views

app_name = "companies"

# /companies/
urlpatterns = [
    path("", views.CompanyListView.as_view(), name="company-list"),
    path("new/", views.CompanyCreateView.as_view(), name="company-create"),
    path("search/", views.CompanySearchView.as_view(), name="company-search"),
    path("<int:pk>/edit/", views.CompanyUpdateView.as_view(), name="company-update"),
    path("<int:pk>/delete/", views.CompanyDeleteView.as_view(), name="company-delete"),
]
