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
    "5+ years of building services with Python and PostgreSQL.",
    "Strong Django or FastAPI, and a REST API that others came to rely on.",
    "Experience with Kafka or RabbitMQ in production.",
    "Docker, and a CI/CD pipeline that you would defend.",
    "Good knowledge of AWS or Google Cloud.",
    "3+ years of running Linux services, with monitoring (Prometheus, Grafana).",
    "You have led a migration that had to keep running while it moved.",
    "Clear written English; the local language is welcome, not needed.",
    "You measure before you optimise.",
    "Experience with message queues, or the wish to learn them.",
)

EXTRAS = (
    "Kubernetes and Terraform",
    "Some Go or Rust",
    "A degree in computer science or a related field",
    "Fluent Dutch or German",
    "React, enough to fix what annoys you",
    "Experience with event sourcing",
)

# Named in the two above.
TECHNOLOGIES = (
    "Python", "PostgreSQL", "Django", "FastAPI", "Kafka", "RabbitMQ", "Docker", "AWS",
    "Google Cloud", "Linux", "Prometheus", "Grafana", "Kubernetes", "Terraform", "Go",
    "Rust", "React",
)  # fmt: skip

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

INTERVIEWERS = ("Ines Duarte", "Tom Brandt", "Amara Diallo", "Jonas Weber", "Mei Lin")

PREPARATION = (
    "Read up on event ordering. Ask who decides what is built next.",
    "Tell the story of the migration: before, what broke, after.",
    "Ask about the rota and how often it wakes someone.",
)

DEBRIEFS = (
    "Went well. Weak on event ordering; read up before the next round.",
    "Friendly. They care about writing. I talked too long about tools.",
    "Hard questions on data models, good answers on both sides.",
)

LETTERS = {
    "acknowledgement": (
        "We have your application",
        "Thank you for applying for {title}. We have received your application and will "
        "read it with care. You will hear from us within two weeks.",
    ),
    "interview_invitation": (
        "Talking about {title}",
        "We enjoyed reading your application for {title} and would like to invite you to "
        "an interview. Would Tuesday or Thursday suit you?",
    ),
    "rejection": (
        "Your application for {title}",
        "Thank you for your interest in {title}. We have decided to move forward with "
        "other candidates. We wish you all the best.",
    ),
    "offer": (
        "Our offer",
        "We are delighted to offer you the position of {title}. Please find the terms "
        "attached; we would be glad to hear from you within five days.",
    ),
    "information_request": (
        "One question about {title}",
        "Before we go on: what is your notice period, and when could you begin?",
    ),
}

NEWS = (
    "An engineer like you",
    "Hello, I came across your profile and think you would fit a team of ours. Shall we "
    "talk for ten minutes?",
)

CHANNELS = ("E-mail", "LinkedIn", "Phone")

FOLLOW_UPS = (
    "Asked whether they need anything from me, and when they expect to decide.",
    "Sent a link to the talk on planning runs, and asked for fifteen minutes.",
    "Wrote that it still interests me, and thanked them for their time.",
)

FIRST_NAMES = (
    "Aino", "Bram", "Chiara", "Dawit", "Elif", "Farid", "Greta", "Hugo", "Ilse", "Joao",
    "Katarzyna", "Liam", "Marta", "Nikola", "Oriana", "Pavel", "Rosa", "Søren", "Tuva",
    "Yusuf", "Zofia",
)  # fmt: skip

LAST_NAMES = (
    "Aalto", "Bakker", "Conti", "Demir", "Eriksen", "Ferreira", "Grabowski", "Haddad",
    "Ivanova", "Jansen", "Kaya", "Lindqvist", "Moreau", "Novák", "Osei", "Petersen",
    "Quinn", "Rossi", "Schmitt", "Tanaka", "van der Meer", "Wójcik",
)  # fmt: skip

REFERENCES = (
    ("Renske Visser", "Former manager", "Engineering Manager", 4),
    ("Tobias Krämer", "Former colleague", "Staff Engineer", 3),
    ("Adaeze Nwosu", "Client of a project", "Head of Operations", 2),
)

# What was pasted into the inbox, and what stood on one page.
PASTED = (
    "Platform Engineer, Night Trains\n"
    "Polder Rail\n"
    "Utrecht · Hybrid · Full-time\n\n"
    "You keep the timetable running while everyone sleeps. The pay is €64,000 to "
    "€72,000 a year.\n\n"
    "What we ask for\n- Python in production\n- Patience with old schedules"
)
LISTED = (
    "Office Manager\n{company}\nUtrecht\n\nYou keep the house in order.",
    "Backend Engineer, Depots\n{company}\nUtrecht · Full-time\n\n"
    "You plan which lorry stands where.",
    "Data Analyst, Routes\n{company}\nRemote\n\nYou find out why lorries wait.",
)
