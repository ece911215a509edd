"""Single changes to what other people’s résumés and letters say.

All were written before they were run against the code: ``forgeries.py`` is what it was made
with, this is what it was measured by. Each is (whose, what stands there, what is put there).
"""

# ruff: noqa: E501 – lines of a document are as long as they are

LETTERS = {
    "Lena": """\
# Dr. Lena Vasquez
lena.vasquez@example.com · (415) 555-0117

26 November 2026

Northwind
Principal Engineer

Dear hiring team,

I am applying for the position of Principal Engineer at Northwind. Since February 2020 I have worked at Confluent as Staff Software Engineer.

You ask for experience with Kafka. At Confluent I led a six-engineer working group to ship active-active cluster linking across three cloud regions. There I also cut p99 produce latency 40% by reworking the replication fetch path.

At Dropbox I built the erasure-coding pipeline that reduced storage cost per byte by 25%. I hold a Ph.D. in Computer Science from the University of Texas at Austin. I speak English, Spanish and Portuguese.

I would be glad to talk about it; you can reach me at lena.vasquez@example.com.

Kind regards,
Dr. Lena Vasquez
""",
    "Jordan": """\
# Jordan Ellis
jordan.ellis@email.com · (555) 204-8812

Dear hiring team,

I am applying for the position of Principal Engineer at Northwind. At Meridian Technologies I mentored 6 junior and mid-level engineers; 4 were promoted within 18 months.

At Stackline I rebuilt the search indexing pipeline in Go, improving throughput from 12K to 95K documents/second. Before that, at Luminary Digital, I migrated an 18TB PostgreSQL database to a partitioned schema.

I look forward to hearing from you.

Kind regards,
Jordan Ellis
""",
}

FORGED = {
    "more of a disk": ("Lena", "offloaded 80% of", "offloaded 90% of"),
    "a group twice as large": ("Lena", "a six-engineer", "a twelve-engineer"),
    "more regions": ("Lena", "three cloud regions", "five cloud regions"),
    "the percentile": ("Lena", "p99 produce latency", "p50 produce latency"),
    "all of whom": ("Lena", "two of whom", "all of whom"),
    "more were promoted": ("Lena", "two of whom", "three of whom"),
    "contributed made led": ("Lena", "Contributed to OpenStack", "Led OpenStack"),
    "worked on made headed": ("Lena", "Worked on Magic", "Headed Magic"),
    "another cloud": ("Lena", "OpenStack Swift, the", "Google Cloud Storage, the"),
    "the employer’s rival": ("Lena", "Engineer, Dropbox", "Engineer, Box"),
    "a year more at work": ("Lena", "Aug 2011", "Aug 2010"),
    "a vice president": ("Lena", "### Staff Software Engineer", "### VP of Engineering"),
    "the skill nobody named": ("Lena", "Kubernetes, Terraform", "Kubernetes, Flink, Terraform"),
    "a better language": ("Lena", "Spanish (Fluent)", "Spanish (Native)"),
    "a certificate renewed": ("Lena", "Mar 2019", "Mar 2024"),
    "another field of a doctor": ("Lena", "Ph.D., Computer Science", "Ph.D., Mathematics"),
    "more universities": ("Lena", "at two universities", "at twelve universities"),
    "years in the summary": ("Lena", "14 years", "18 years"),
    "latency of another time": ("Jordan", "820ms to 140ms", "820ms to 40ms"),
    "both ends exchanged": ("Jordan", "from 4 to 9 engineers", "from 9 to 14 engineers"),
    "money tenfold": ("Jordan", "$1.2M annually", "$12M annually"),
    "reliability": ("Jordan", "99.97% reliability", "99.999% reliability"),
    "a multiple raised": ("Jordan", "(7x improvement)", "(10x improvement)"),
    "attacks": ("Jordan", "3 DDoS events", "30 DDoS events"),
    "screens": ("Jordan", "60+ technical screens", "600+ technical screens"),
    "more years of it": ("Jordan", "screens over 2 years", "screens over 12 years"),
    "a figure of another point": ("Jordan", "adopted by 14 teams", "adopted by 35 teams"),
    "another noun": ("Jordan", "Mentored 6 junior and mid-level engineers", "Mentored 6 junior and mid-level executives"),
    "another tool": ("Jordan", "18TB PostgreSQL", "18TB MongoDB"),
    "a wider reach": ("Jordan", "adopted by all 35 engineers on the team", "adopted by all 35 engineers on the team and sold to banks"),
    "honours twice": ("Jordan", "(4 semesters)", "(8 semesters)"),
    "an intern no more": ("Maya", "### Software Engineering Intern", "### Software Engineer"),
    "supported made led": ("Maya", "Supported an NLP", "Led an NLP"),
    "a paper from nowhere": ("Maya", "Wrote the onboarding runbook used by the next intern cohort", "Wrote the onboarding paper presented at the next research conference"),
    "stars": ("Maya", "120+ GitHub", "1,200+ GitHub"),
    "rounded up": ("Maya", "Grade 3.81", "Grade 3.9"),
    "halls": ("Maya", "two residence halls", "six residence halls"),
    "in a letter, the other employer’s deed": ("Lena, letter", "At Dropbox I built", "At Confluent I built"),
    "in a letter, years of a skill": ("Jordan, letter", "I look forward", "I have ten years of Rust. I look forward"),
    "in a letter, a team": ("Jordan, letter", "I mentored 6 junior", "I managed 16 junior"),
}  # fmt: skip

HONEST = {
    "Lena’s letter as it is": ("Lena, letter", "Dear", "Dear"),
    "Jordan’s letter as it is": ("Jordan, letter", "Dear", "Dear"),
    "a cloud region left out": ("Lena", " across three cloud regions", ""),
    "a group in figures": ("Lena", "a six-engineer working group", "a working group of 6 engineers"),
    "percent": ("Lena", "offloaded 80% of", "offloaded 80 percent of"),
    "by so much": ("Lena", "latency 40% by", "latency by 40% by"),
    "reduced for cut": ("Lena", "Cut p99 produce latency 40%", "Reduced p99 produce latency by 40%"),
    "created for designed": ("Lena", "Designed the tiered-storage", "Created the tiered-storage"),
    "architected": ("Lena", "Designed the tiered-storage architecture", "Architected the tiered storage"),
    "two in figures": ("Lena", "two of whom", "2 of whom"),
    "four in figures": ("Lena", "Mentored four", "Mentored 4"),
    "coached": ("Lena", "Mentored four engineers", "Coached four engineers"),
    "wrote for authored": ("Lena", "Authored the internal", "Wrote the internal"),
    "a hyphen less": ("Lena", "erasure-coding pipeline", "erasure coding pipeline"),
    "turned round": ("Lena", "Built the erasure-coding pipeline that reduced storage cost per byte by 25%", "Reduced storage cost per byte by 25% with an erasure-coding pipeline"),
    "which": ("Lena", "pipeline that reduced", "pipeline, which reduced"),
    "was responsible for": ("Lena", "Owned the cross-zone", "Was responsible for the cross-zone"),
    "a doctorate in full": ("Lena", "Ph.D., Computer", "PhD, Computer"),
    "a university shorter": ("Lena", "Ph.D., Computer Science, University of Texas at Austin", "University of Texas at Austin – Ph.D. in Computer Science"),
    "dates in full": ("Lena", "Feb 2020 – now", "February 2020 – Present"),
    "dates in figures": ("Lena", "Jun 2015 – Jan 2020", "06/2015 – 01/2020"),
    "fewer skills": ("Lena", ", Terraform, Prometheus", ""),
    "skills by a label": ("Lena", "Consensus, Erasure coding", "Systems: Consensus, Erasure coding"),
    "a course": ("Lena", "Used in a graduate", "Taught in a graduate"),
    "annually": ("Jordan", "by $1.2M annually", "by $1.2 million a year"),
    "without the way": ("Jordan", ", reducing p99 latency from 820ms to 140ms and cutting AWS spend by $1.2M annually", ""),
    "a sentence cut": ("Jordan", "; reduced failed job rate from 2.1% to 0.03%", ""),
    "and for a semicolon": ("Jordan", "engineers; 4 promoted", "engineers, and 4 were promoted"),
    "a day": ("Jordan", "4.5M tasks/day", "4.5 million tasks a day"),
    "thousand": ("Jordan", "200K daily", "200,000 daily"),
    "a space": ("Jordan", "18TB PostgreSQL", "18 TB PostgreSQL"),
    "Postgres": ("Jordan", "18TB PostgreSQL", "18TB Postgres"),
    "more than": ("Jordan", "60+ technical", "more than 60 technical"),
    "a team": ("Jordan", "Grew team from 4", "Grew the team from 4"),
    "about so many": ("Jordan", "saved ~120", "saving about 120"),
    "another order": ("Jordan", "Grew team from 4 to 9 engineers; conducted 60+ technical screens over 2 years", "Conducted 60+ technical screens over 2 years and grew team from 4 to 9 engineers"),
    "a company without its form": ("Jordan", "Stackline Inc. |", "Stackline |"),
    "k8s": ("Jordan", "microservices on Kubernetes,", "microservices on K8s,"),
    "short words": ("Maya", "by parallelizing integration fixtures", "through parallel integration fixtures"),
    "in Seattle": ("Maya", " | Seattle, WA\nJoined", " | Seattle\nJoined"),
    "over so many": ("Maya", "for 400+ campus users", "for over 400 campus users"),
    "simpler": ("Maya", "to improve internal developer tooling", "and improved internal developer tooling"),
    "less of a claim": ("Maya", "Implemented a reproducible", "Helped implement a reproducible"),
    "three in figures": ("Maya", "adopted by three on-call", "adopted by 3 on-call"),
    "in a letter, a month left out": ("Lena, letter", "Since February 2020", "Since 2020"),
    "in a letter, a doctor": ("Lena, letter", "I hold a Ph.D. in", "I hold a doctorate in"),
}  # fmt: skip

# One or two plain words that no list knows, and freer edits, as an editor would make them.
FORGED_BY_A_WORD = {
    "raft-lab in schools": ("Lena", "two universities", "two ministries"),
    "a course of another subject": ("Lena", "graduate distributed-systems course", "graduate medical course"),
    "another output": ("Lena", "Authored the internal design-review rubric", "Authored the internal security rubric"),
    "used by customers": ("Lena", "now used org-wide", "now used by customers"),
    "reduced for others": ("Lena", "storage cost per byte", "staff cost per byte"),
    "mentored managers": ("Lena", "Mentored four engineers", "Mentored four directors"),
    "promoted to partner": ("Lena", "promoted to senior", "promoted to partner"),
    "another scheduler": ("Lena", "Owned the cross-zone repair scheduler", "Owned the cross-zone billing scheduler"),
    "more than time": ("Lena", "Reduced cluster rebalance time", "Reduced cluster outage time"),
    "sold": ("Lena", "improvements upstreamed to OpenStack Swift", "improvements patented for OpenStack Swift"),
    "a hundred": ("Jordan", "14 teams", "14 companies"),
    "incidents": ("Jordan", "mean time to detect incidents", "mean time to resolve incidents"),
    "costs": ("Jordan", "reduced failed job rate", "reduced attrition rate"),
    "requests": ("Jordan", "Built distributed job queue processing", "Built distributed trading queue processing"),
    "customers": ("Jordan", "200K daily active users", "200K daily active subscribers"),
    "budget": ("Jordan", "4 promoted within", "4 budgets within"),
    "contracts": ("Jordan", "conducted 60+ technical screens", "conducted 60+ board screens"),
    "a whole company": ("Jordan", "engineers on the team", "engineers in the company"),
    "a dashboard for the board": ("Maya", "three on-call teams", "three executive teams"),
    "written for clients": ("Maya", "by the next intern cohort", "by the next client cohort"),
    "students made paying": ("Maya", "400+ active students", "400+ paying students"),
    "a model": ("Maya", "reproducible evaluation harness", "reproducible language model"),
    "award": ("Maya", "Wrote the onboarding runbook", "Wrote the security runbook"),
    "production": ("Maya", "Cut local test-suite runtime", "Cut production database runtime"),
}  # fmt: skip

HONEST_IN_FREER_WORDS = {
    "a clearer order": ("Lena", "Cut p99 produce latency 40% by reworking the replication fetch path", "Reworked the replication fetch path, cutting p99 produce latency by 40%"),
    "less jargon": ("Lena", "Led a six-engineer working group to ship active-active cluster linking across three cloud regions", "Led six engineers who shipped active-active cluster linking across three cloud regions"),
    "whole sentences": ("Lena", "Owned the cross-zone repair scheduler responsible for durability SLAs", "Owned the repair scheduler that kept our durability SLAs across zones"),
    "the last half": ("Lena", "Designed the tiered-storage architecture that offloaded 80% of broker disk usage to object stores", "Moved 80% of broker disk usage to object stores through a tiered-storage architecture"),
    "a verb for a noun": ("Lena", "Implemented container-sync replication improvements upstreamed to OpenStack Swift", "Improved container-sync replication and upstreamed it to OpenStack Swift"),
    "shorter": ("Lena", "Reduced cluster rebalance time by redesigning the ring-builder partition assignment", "Redesigned ring-builder partition assignment to reduce rebalance time"),
    "the result first": ("Jordan", "Rebuilt search indexing pipeline in Go, improving throughput from 12K to 95K documents/second (7x improvement)", "Raised throughput from 12K to 95K documents per second by rebuilding the search indexing pipeline in Go"),
    "the first half": ("Jordan", "Reduced CI/CD pipeline duration from 38 minutes to 9 minutes by parallelizing test suites and caching build artifacts; saved ~120 engineer-hours per week", "Cut the CI/CD pipeline from 38 to 9 minutes with parallel tests and cached build artifacts"),
    "users": ("Jordan", "Developed RESTful APIs consumed by 200K daily active users; maintained 99.95% uptime SLA", "Developed RESTful APIs for 200K daily active users with 99.95% uptime"),
    "grew": ("Jordan", "Grew team from 4 to 9 engineers; conducted 60+ technical screens over 2 years", "Grew the team from 4 to 9 engineers and ran 60+ technical screens in 2 years"),
    "a platform": ("Jordan", "Designed observability platform (Prometheus, Grafana, OpenTelemetry) adopted by 14 teams, reducing mean time to detect incidents from 47 minutes to 6 minutes", "Designed an observability platform on Prometheus, Grafana and OpenTelemetry that 14 teams adopted; mean time to detect incidents fell from 47 to 6 minutes"),
    "a migration": ("Jordan", "Migrated 18TB PostgreSQL database to partitioned schema; reduced query times by 62% for the top 10 slowest queries", "Moved an 18TB PostgreSQL database to a partitioned schema, which reduced the times of the 10 slowest queries by 62%"),
    "a tool": ("Jordan", "Built internal CLI tool for environment provisioning adopted by all 35 engineers on the team", "Built a CLI tool that provisions environments, adopted by all 35 engineers of the team"),
    "rate limits": ("Jordan", "Implemented rate-limiting and circuit-breaker layer that absorbed 3 DDoS events with zero customer-facing downtime", "Implemented a rate-limiting and circuit-breaker layer; it absorbed 3 DDoS events without downtime for customers"),
    "an intern’s dashboard": ("Maya", "Built a service-health dashboard in React and TypeScript adopted by three on-call teams", "Three on-call teams adopted the service-health dashboard I built in React and TypeScript"),
    "a harness": ("Maya", "Implemented a reproducible evaluation harness in Python for three benchmark datasets", "Wrote a Python harness for reproducible evaluation on three benchmark datasets"),
    "caching": ("Maya", "Reduced experiment turnaround from hours to minutes by caching intermediate embeddings", "Cached intermediate embeddings, which brought experiment turnaround from hours down to minutes"),
    "a marketplace": ("Maya", "Deployed to 400+ active students across two residence halls", "Used by 400+ students in two residence halls"),
    "moderation": ("Maya", "Designed an image-moderation flow to keep listings safe", "Designed the image moderation that keeps listings safe"),
    "plain": ("Maya", "Renders surfaces in WebGL with adjustable learning-rate controls", "Renders loss surfaces in WebGL; the learning rate can be adjusted"),
    "a runbook": ("Maya", "Wrote the onboarding runbook used by the next intern cohort", "Wrote an onboarding runbook for the next cohort of interns"),
}  # fmt: skip

# Written after what the others had shown was mended, and before these were run.
FORGED_AFTERWARDS = {
    "more clients": ("Emma", "15+ clients", "50+ clients"),
    "luxury clients": ("Emma", "15+ clients across various industries", "15+ luxury clients across various industries"),
    "revenue": ("Emma", "40% increase in engagement", "40% increase in revenue"),
    "television": ("Emma", "digital marketing campaigns resulting", "television marketing campaigns resulting"),
    "a yearly budget": ("Emma", "$100K+ monthly budget", "$100K+ weekly budget"),
    "a larger budget": ("Emma", "$100K+ monthly", "$1M+ monthly"),
    "investors": ("Emma", "strategies for B2B and B2C clients", "strategies for B2B and B2C investors"),
    "traffic": ("Emma", "increase in organic traffic", "increase in organic sales"),
    "a better rate": ("Emma", "average 25% open rate", "average 35% open rate"),
    "another rate": ("Emma", "25% open rate", "25% conversion rate"),
    "assisted made managed": ("Emma", "Assisted with social", "Managed social"),
    "supported made directed": ("Emma", "Supported event planning", "Directed event planning"),
    "audits": ("Emma", "Conducted market research", "Conducted security research"),
    "a manager": ("Emma", "### Marketing Assistant", "### Marketing Manager"),
    "an expert in more": ("Emma", "Collaborated with design team", "Expertly led design team"),
    "twelve juniors": ("Sarah", "team of 3 junior", "team of 12 junior"),
    "seniors": ("Sarah", "3 junior developers", "3 senior developers"),
    "banks": ("Sarah", "third-party APIs and payment systems", "third-party APIs and hospital systems"),
    "every line": ("Sarah", "maintained 90% code coverage", "maintained 99% code coverage"),
    "mobile": ("Sarah", "Created web applications", "Created mobile applications"),
    "another database": ("Sarah", "PostgreSQL and MongoDB databases", "PostgreSQL and Oracle databases"),
    "a doctor": ("Sarah", "### BS, Computer", "### PhD, Computer"),
}  # fmt: skip

HONEST_AFTERWARDS = {
    "ran accounts": ("Emma", "Managed social media accounts for 15+ clients", "Ran social media accounts for more than 15 clients"),
    "in many industries": ("Emma", "15+ clients across various industries", "15+ clients in various industries"),
    "a result first": ("Emma", "Developed and executed digital marketing campaigns resulting in 40% increase in engagement", "Increased engagement by 40% with digital marketing campaigns that I developed and executed"),
    "raised": ("Emma", "Implemented SEO strategies resulting in 60% increase in organic traffic", "Implemented SEO strategies that raised organic traffic by 60%"),
    "wrote calendars": ("Emma", "Created content calendars and marketing strategies", "Wrote content calendars and marketing strategies"),
    "used Analytics": ("Emma", "Analyzed campaign performance using Google Analytics and social media insights", "Used Google Analytics and social media insights to analyze how campaigns performed"),
    "worked with": ("Emma", "Collaborated with design team to create", "Worked with the design team to create"),
    "a month": ("Emma", "with $100K+ monthly budget", "with a budget of more than $100K a month"),
    "on average": ("Emma", "with average 25% open rate", "with a 25% open rate on average"),
    "the blog alone": ("Emma", "Managed company blog and content marketing initiatives", "Managed the company blog"),
    "partners": ("Emma", "Coordinated influencer partnerships and collaboration campaigns", "Coordinated partnerships with influencers"),
    "helped": ("Emma", "Assisted with social media content creation and posting", "Helped create and post content for social media"),
    "research": ("Emma", "Conducted market research and competitor analysis", "Researched the market and analyzed competitors"),
    "events": ("Emma", "Supported event planning and promotional campaigns", "Supported the planning of events and promotional campaigns"),
    "replied": ("Emma", "Managed customer feedback and online reviews", "Looked after customer feedback and online reviews"),
    "with FastAPI": ("Sarah", "Developed REST APIs using Python and FastAPI framework", "Developed REST APIs in Python with FastAPI"),
    "containers": ("Sarah", "Built microservices architecture with Docker and Kubernetes", "Built microservices on Docker and Kubernetes"),
    "three juniors": ("Sarah", "Led a team of 3 junior developers in Agile/Scrum environment", "Led three junior developers in an Agile environment"),
    "databases": ("Sarah", "Worked with PostgreSQL and MongoDB databases", "Worked with databases (PostgreSQL, MongoDB)"),
    "tests": ("Sarah", "Wrote unit tests with pytest and maintained 90% code coverage", "Kept code coverage at 90% with unit tests in pytest"),
    "a site": ("Sarah", "Created web applications using React and Node.js", "Built web applications with React and Node.js"),
    "integrations": ("Sarah", "Integrated third-party APIs and payment systems", "Integration of third-party APIs and payment systems"),
}  # fmt: skip

# Honest, and marked all the same: a figure of people stands beside the word for them.
MARKED_ALL_THE_SAME = {
    "mentoring": ("Lena", "Mentored four engineers, two of whom were promoted to senior", "Mentored four engineers; two became senior engineers"),
}  # fmt: skip

# The same in letters.
FORGED_IN_LETTERS = {
    "billing": ("Lena, letter", "cluster linking", "billing linking"),
    "a pipeline of another job": ("Lena, letter", "the erasure-coding pipeline", "the cluster-linking pipeline"),
    "salaries": ("Lena, letter", "storage cost per byte", "salary cost per byte"),
    "federated": ("Jordan, letter", "a partitioned schema", "a federated schema"),
    "fraud": ("Jordan, letter", "search indexing pipeline", "fraud detection pipeline"),
    "headhunted": ("Jordan, letter", "4 were promoted", "4 were headhunted"),
    "what the posting asks": ("Jordan, letter", "I look forward", "At Stackline I used Kafka for 15 teams. I look forward"),
}  # fmt: skip

HONEST_IN_LETTERS = {
    "turned round": ("Lena, letter", "There I also cut p99 produce latency 40% by reworking the replication fetch path", "By reworking the replication fetch path there, I also reduced p99 produce latency by 40%"),
    "before that": ("Lena, letter", "At Dropbox I built the erasure-coding pipeline that reduced", "Before that I built an erasure-coding pipeline at Dropbox; it reduced"),
    "of them": ("Jordan, letter", "I mentored 6 junior and mid-level engineers; 4 were promoted", "I have mentored 6 engineers, and 4 of them were promoted"),
    "rebuilding": ("Jordan, letter", "At Stackline I rebuilt the search indexing pipeline in Go, improving throughput", "Rebuilding the search indexing pipeline in Go at Stackline, I improved throughput"),
    "delighted": ("Jordan, letter", "I look forward to hearing from you", "I would be delighted to talk to you about this role"),
    "how it could help": ("Lena, letter", "I would be glad to talk about it;", "I would be happy to discuss how this could help your team;"),
    "writing": ("Jordan, letter", "I am applying for the position", "I am writing to apply for the position"),
}  # fmt: skip

# False, and not seen: in a letter the words of management count for little.
NOT_SEEN = {
    "managers": ("Jordan, letter", "mid-level engineers", "mid-level managers"),
}  # fmt: skip
