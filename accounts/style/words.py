"""The words that the style is read by. English, but for the stop words of four languages."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# By them a language is known, and in English they carry no style of their own.
STOP_WORDS = {
    "en": _set(
        "a an the and or but if of to in on at by for with from as into over about than "
        "then that this these those is are was were be been being am has have had do does "
        "did not no so it its i me my we us our you your he him his she her they them "
        "their who which what when where how there here will would can could should may "
        "might must all any each more most some such only own same also very just out up"
    ),
    "de": _set(
        "der die das den dem des ein eine einer einem einen und oder aber nicht mit von zu "
        "zum zur im in auf für an am bei als auch ich wir sie er es ist sind war waren habe "
        "hat haben wird werden wurde durch über nach aus dass sich meine mein ihre ihr "
        "unsere sehr mich mir seit sowie"
    ),
    "fr": _set(
        "le la les un une des du de et ou mais ne pas que qui dans sur pour par avec sans "
        "je j' nous vous il elle ils elles est sont était a ai ont été au aux ce cette ces "
        "mon ma mes votre vos notre nos en plus leur leurs se sa son ses comme depuis"
    ),
    "es": _set(
        "el la los las un una unos unas de del y o pero no que quien en sobre para por con "
        "sin yo nosotros usted ustedes él ella es son era fue he ha han sido al lo su sus "
        "mi mis se como más muy me nos este esta estos estas desde también"
    ),
}
ENGLISH = STOP_WORDS["en"]
FIRST_PERSON = _set("i me my mine myself i'm i've i'd i'll")
WE = _set("we us our ours ourselves we're we've we'd we'll")
PERSONAL = (
    FIRST_PERSON | WE | _set("you your yours yourself you're you've you'd you'll")
)

# “it's” is one, “the team's” is not: of 's these alone are.
CONTRACTED_IS = _set(
    "it's that's what's there's here's who's he's she's let's where's how's"
)
CONTRACTED_ENDS = ("n't", "'re", "'ve", "'ll", "'m", "'d")
COLLOQUIAL = _set(
    "gonna wanna gotta kinda sorta yeah yep nope ok okay hey hi cool awesome stuff guys "
    "folks super totally basically literally lots cheers btw asap tons huge crazy kid "
    "kids fun pretty"
)
LATINATE = (
    "tion", "sion", "ment", "ance", "ence", "ity", "ive", "ous", "ism", "ical", "ative",
    "ization", "isation",
)  # fmt: skip

TRANSITIONS = (
    "however", "therefore", "moreover", "furthermore", "additionally", "consequently",
    "nevertheless", "nonetheless", "meanwhile", "similarly", "likewise", "instead",
    "otherwise", "finally", "hence", "thus", "although", "whereas", "because", "since then",
    "still", "besides", "in addition", "in fact", "as a result", "for example",
    "for instance", "on the other hand", "at the same time", "in particular", "above all",
    "after all", "in short", "in turn", "that said", "even so", "of course", "so that",
    "rather than", "as well as", "not only",
)  # fmt: skip

# Base and past, where they differ from “ed” added or from “d” after an e.
_IRREGULAR = (
    "begin:began bring:brought build:built buy:bought choose:chose cut:cut draw:drew "
    "drive:drove find:found found:founded give:gave grow:grew hold:held keep:kept "
    "lead:led learn:learnt learn:learned leave:left make:made mend:mended oversee:oversaw "
    "plan:planned program:programmed put:put raise:raised "
    "rebuild:rebuilt refactor:refactored run:ran "
    "rewrite:rewrote sell:sold set:set ship:shipped shut:shut speak:spoke spend:spent "
    "split:split strip:stripped take:took teach:taught tell:told win:won write:wrote "
    "map:mapped swap:swapped cope:coped submit:submitted transfer:transferred apply:applied "
    "carry:carried certify:certified clarify:clarified diversify:diversified "
    "identify:identified modify:modified simplify:simplified study:studied supply:supplied "
    "verify:verified specify:specified"
)
_REGULAR = (
    "accelerate achieve acquire adapt add administer advise analyse analyze answer arrange "
    "assemble assess assist attract audit author automate balance boost budget calculate "
    "capture champion change chair clean close coach code collaborate collect communicate "
    "compare compile complete conduct configure consolidate construct consult contribute "
    "convert convince coordinate correct create cure debug decrease define deliver deploy "
    "describe design detect determine develop devise direct discover document double draft "
    "earn edit eliminate enable encourage engineer enhance ensure establish estimate "
    "evaluate examine execute expand explain explore extend facilitate finish fix form "
    "formulate gather generate guide handle help hire host implement improve increase "
    "influence initiate inspect install integrate interview introduce invent investigate "
    "join launch localise maintain manage market measure mediate mentor merge migrate model "
    "monitor move negotiate observe onboard operate optimise optimize orchestrate order "
    "organise organize overhaul own participate partner perform pioneer prepare present "
    "prevent prioritise prioritize process produce promote propose prototype prove provide "
    "publish recommend reconcile record recruit redesign reduce release remove reorganise "
    "repair replace report represent research resolve restore restructure retain review "
    "revise save scale schedule secure select serve shape shorten solve sort spearhead "
    "standardise standardize start steer streamline strengthen supervise support surpass "
    "survey test track trade train transform translate treat triple turn upgrade validate "
    "visit work"
)


def _verbs() -> dict[str, str]:
    """By each past form, its verb."""
    pairs = [pair.split(":") for pair in _IRREGULAR.split() if ":" in pair]
    past = {done: verb for verb, done in pairs}
    for verb in _REGULAR.split():
        past[verb + ("d" if verb.endswith("e") else "ed")] = verb
    return past


PAST = _verbs()
VERBS = frozenset(PAST.values())

SALUTATIONS = {
    "formal": ("dear sir", "dear madam", "to whom", "dear mr", "dear ms", "dear mrs",
               "dear dr", "dear prof", "dear professor", "dear hiring", "dear recruiter",
               "dear recruiting", "dear recruitment", "dear selection"),
    "plain": ("dear", "good morning", "good afternoon", "good day", "sehr geehrte",
              "guten tag", "liebe", "lieber", "madame", "monsieur", "bonjour", "estimad"),
    "casual": ("hi", "hello", "hey", "hallo", "hola", "salut"),
}  # fmt: skip
CLOSINGS = {
    "formal": ("yours sincerely", "yours faithfully", "sincerely", "respectfully",
               "yours truly", "sincerely yours"),
    "plain": ("kind regards", "best regards", "with kind regards", "warm regards", "regards",
              "with best wishes", "best wishes", "many thanks", "thank you", "yours",
              "mit freundlichen grüßen", "viele grüße", "cordialement", "atentamente",
              "un cordial saludo", "saludos cordiales", "freundliche grüße"),
    "casual": ("best", "cheers", "thanks", "all the best", "warmly", "talk soon"),
}  # fmt: skip

# What stands before a name, and whom one greets without knowing one.
TITLES = _set("mr ms mrs mx miss dr prof professor herr frau")
GREETED = TITLES | _set(
    "sir madam or and to whom it may concern team hiring manager managers recruiter "
    "recruiting recruitment committee selection people all there damen herren"
)

# What everybody's letters say is nobody's habit. Of two that begin alike the longer first.
BOILERPLATE = (
    "look forward to hearing from you", "looking forward to hearing from you",
    "look forward to", "looking forward to", "hearing from you", "thank you for your time",
    "thank you for", "am writing to", "apply for the position", "to apply for",
    "years of experience in", "years of experience", "please find attached",
    "please find enclosed", "at your earliest convenience", "do not hesitate to contact",
    "do not hesitate", "your time and consideration", "time and consideration",
    "i would like to", "references available upon request", "curriculum vitae",
    "proficient in", "responsible for",
)  # fmt: skip

ABBREVIATIONS = _set(
    "u.s u.k mr mrs ms dr prof st rev hon sr jr vs no nr fig vol pp approx dept est gen govt "
    "e.g i.e z.b d.h bzw ca u.a usw jan feb mar apr jun jul aug sep sept oct nov dec"
)

TECHNICAL = _set(
    "python java kotlin scala rust golang ruby rails php perl swift typescript javascript "
    "html css sass sql nosql mysql postgres postgresql sqlite oracle mongodb redis kafka "
    "rabbitmq celery elasticsearch graphql rest grpc api apis json yaml xml django flask "
    "fastapi spring react angular vue svelte node node.js next.js jquery webpack docker "
    "kubernetes helm terraform ansible puppet jenkins gitlab github git linux unix ubuntu "
    "debian windows aws azure gcp lambda nginx apache prometheus grafana kibana tableau "
    "excel powerbi matlab pandas numpy pytorch tensorflow scikit-learn spark hadoop airflow "
    "dbt snowflake etl devops backend back-end frontend front-end full-stack microservice "
    "microservices serverless database databases algorithm algorithms cache caching queue "
    "queues scheduler schedulers pipeline pipelines deployment compiler encryption "
    "authentication firewall latency throughput refactoring debugging sdk cli ide autocad "
    "solidworks salesforce sap jira confluence figma photoshop illustrator wordpress "
    "shopify android ios tcp http https dns vpn saas crm erp seo bash powershell jupyter "
    "regression dataset datasets schema schemas repository c++ c# .net ci/cd"
)
# Written in capitals, but of no trade.
NOT_TECHNICAL = _set(
    "usa uk eu us ny ca i a ok cv phd mba bsc msc ba ma ceo cto cfo coo vp hr pm am dr mr ii "
    "iii id ps uae nyc la sf dc"
)

# What employers say of a job, and nobody of themselves.
POSTING = (
    "we are looking for", "we're looking for", "we are seeking", "we're seeking",
    "you will be responsible", "about the role", "about the job", "what you'll do",
    "what you will do", "what we offer", "who you are", "your profile", "apply now",
    "equal opportunity employer", "what you'll bring", "what you bring", "nice to have",
    "key responsibilities", "we offer", "the successful candidate", "the ideal candidate",
    "job description", "you'll be", "join our team", "salary range",
    "required qualifications", "preferred qualifications", "minimum qualifications",
)  # fmt: skip
