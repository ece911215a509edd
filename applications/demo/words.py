"""The invented companies, jobs and sentences of the demo. Any likeness is chance."""

COMPANIES = (
    ("Northwind Logistics", "Logistics", "Utrecht", 1),
    ("Wingtip Payments", "Finance", "Berlin", 2),
    ("Contoso Works", "Software", "Lyon", 2),
    ("Adventure Cycles", "Retail", "Copenhagen", 1),
    ("Fabrikam Robotics", "Robotics", "Eindhoven", None),
    ("Lakeshore Savings Bank", "Finance", "Porto", 3),
    ("Tailspin Games", "Games", "Malmö", 2),
    ("Wide Harbour Imports", "Trade", "Rotterdam", None),
    ("Municipality of Halden", "Public sector", "Halden", 3),
    ("Proseware Publishing", "Media", "Dublin", 2),
    ("Woodgrove Open Banking", "Finance", "Leeds", 2),
    ("Relecloud Energy", "Energy", "Hamburg", 1),
    ("Humongous Insurance", "Insurance", "Munich", 3),
    ("Blue Yonder Rail", "Transport", "Vienna", 2),
    ("Litware Health", "Health", "Ghent", 2),
    ("Fourth Kettle Coffee", "Food", "Bristol", None),
    ("Trey Research", "Research", "Zürich", 1),
    ("Graphic Harbour Institute", "Education", "Gothenburg", 3),
    ("Margie’s Travel", "Travel", "Lisbon", None),
    ("Alpine Ski House", "Sport", "Innsbruck", 3),
    ("City Power & Light", "Energy", "Tallinn", 2),
    ("Coho Vineyard", "Food", "Bordeaux", None),
    ("Datum Surveys", "Research", "Kraków", 2),
    ("Lucerne Observatory", "Research", "Lucerne", 1),
)

TITLES = (
    "Backend Engineer",
    "Senior Backend Engineer, Payments",
    "Platform Engineer",
    "Staff Engineer, Logistics Platform",
    "Python Developer",
    "Senior Python Engineer, Data Pipelines",
    "Django Developer, Public Services",
    "Software Engineer",
    "Lead Engineer, Claims",
    "API Engineer, Open Banking",
    "Site Reliability Engineer",
    "Principal Engineer, Developer Experience and Internal Tooling",
    "Engineering Manager, Data",
    "Full-stack Developer",
    "Data Engineer",
    "Software Architect",
)

SOURCES = (
    "LinkedIn",
    "Company site",
    "A friend",
    "Hacker News",
    "Recruiter",
    "Newsletter",
)

TASKS = (
    "Own the design of services that other teams depend on, and write it down.",
    "Bring the nightly planning run from four hours to under one.",
    "Be on call one week in eight, with the power to fix what wakes you.",
    "Review changes kindly and quickly; teach what you know.",
    "Talk with the people who use it every day, and change what hurts them.",
    "Move one large, old scheduler to something we can test.",
)

WISHES = (
    "Years of building services with Python and PostgreSQL.",
    "You have led a migration that had to keep running while it moved.",
    "Clear written English; the local language is welcome, not needed.",
    "You measure before you optimise.",
    "Experience with message queues, or the wish to learn them.",
)

NOTES = (
    "Spoke with someone on the team at a meetup: they like the manager.",
    "Asked for the salary range before the first call.",
    "The posting says hybrid, the recruiter says two days a week.",
    "Read their engineering blog; good piece on event ordering.",
    "Sent a thank-you note after the call.",
    "Reviews mention long hours before releases. Ask about it.",
    "They use the same stack as my last project.",
    "Recruiter on holiday until Monday.",
    "Prepared three questions about the on-call rota.",
    "Salary is at the lower end, but four-day weeks are possible.",
)

ANSWERS = (
    "They went with someone who has run a larger team.",
    "The role was filled inside the house.",
    "We are looking for more experience with payments.",
)
