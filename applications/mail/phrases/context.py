# ruff: noqa: E501 – a list of words is a line
"""Words that change what a phrase beside them means."""

# Applications, interviews and offers of another world; they count where nobody hires.
ELSEWHERE = (
    "(loan|mortgage|credit card|apartment|landlord|tenan*|rent|rental|lease|visa"
    "|(car|health|home|travel|life) insurance|insurance (policy|claim|cover|quote)"
    "|immigration|passport|building permit|tax (return|refund|assessment|office|authority|credit)|revenue|benefits? claim|unemployment"
    "|citizenship|adoption|warranty|admissions?|msc|phd|tuition|semester|enrol*"
    "|scholarship|grant|fellowship|your talk (was|has|is|will)|your (paper|manuscript|abstract|poster|essay|story"
    "|novel|song|film|photo*)|reviewers?|app store|ebay|amazon|paypal"
    "|trademark|patent|membership|nursery|auction|seller|estate agent|tender|bid"
    "|procurement|dentist|dental|hygienist|optician|physio*|haircut|vet|party|wedding|birthday|reunion|allowance|claim|vaccin*|donat*|parcel|warehouse order|adopt a"
    "|kredit|wohnung|vermieter|studienplatz|stipendium|versicherung|visum|antrag"
    "|pret|appartement|logement|bourse|prestamo|hipoteca|piso|beca|seguro|lening"
    "|hypotheek|woning|verzekering|mutuo|affitto|emprestimo|bolsa)"
)

# One of these words and the patterns of that language are tried.
MARKERS = {
    "de": "der die das und sie ihr ihre ihren ihrer wir uns fur ist nicht ein eine bewerbung stelle mit bis du dich dein deine herr frau ich im zum",
    "fr": "le les des nous vous votre vos pour est pas une et la candidature avez avec entretien poste du je au ci-joint",
    "es": "el los las de para tu su que una candidatura nos no y la en es gracias hemos entrevista oferta puesto",
    "nl": "de het een je jouw uw wij we van voor niet met op sollicitatie functie ik is graag vacature en",
    "it": "il la di che per non un una tua candidatura colloquio siamo del con grazie lei sua abbiamo",
    "pt": "o a os de para nao uma sua candidatura voce vaga que com em obrigado seu temos",
}

# Words before a phrase that make a promise a mere possibility, by language ...
MAYBE_BEFORE = {
    "en": "(if|should|once|when|whether|provided|unless|in case|in the event"
    "|(candidates?|applicants?|those|people|anyone|everyone) (\\w+ )?(who|that|whose)"
    "|(successful|shortlisted|short-listed|selected|suitable|qualified|chosen|eligible"
    "|matching|promising|unsuccessful) (candidates?|applicants?|profiles?|ones?)"
    "|those (selected|candidates|applicants|shortlisted)"
    "|may|might|could be|could include|would then|can be|will be asked"
    "|aim to|plan to|hope to|intend to|expect to|expect an?"
    "|typical*|usual*|normal*|general*|often|sometimes"
    "|(step|stage|phase|round) (\\d|one|two|three|four)|before (we|any|the|an?|your)[^,]{0,200}$"
    "|(process|procedure|stages|steps|journey|timeline|pipeline) (\\w+ ){0,4}"
    "(consist*|includ*|involv*|looks?|are|is|has|starts?|begins?|runs?|goes)"
    "|what happens next|how it works|(any|all) offers?)",
    "de": "(schritt \\d|falls|sofern|wenn|sollten?|ob|soweit|gegebenenfalls|je nachdem|sobald"
    "|bei interesse|bei passend*|im falle|danach|nur|anschliessend"
    "|(geeignete|ausgewahlte|passende)n? (bewerb*|kandidat*))",
    "fr": "(etape \\d|si|en cas|sous reserve|lorsque|dans le cas|des que|seuls?|seules?|ensuite"
    "|(candidats?|candidates?|candidatures?|profils?) (retenu*|selectionn*|qui|dont))",
    "es": "(paso \\d|si|en caso|cuando|siempre que|solo"
    "|(candidat*|personas|perfiles) (seleccionad*|preseleccionad*|que|elegid*))",
    "nl": "(stap \\d|als|indien|mochte?n?|wanneer|zodra|of|alleen|daarna"
    "|(geselecteerde|geschikte) (kandidaten|sollicitanten))",
    "it": "(se|qualora|nel caso|quando|solo|candidati (selezionati|idonei|che))",
    "pt": "(se|caso|quando|apenas|somente|so|candidatos (selecionados|que))",
}
# ... of a refusal, which is announced with more detours ...
MAYBE_REFUSED = {
    "en": "(if|unless|in case|in the event|whether|should you)",
    "de": "(falls|sofern|wenn|sollten?|ob)",
    "fr": "(si|sans (\\w+ )?(reponse|nouvelles?|retour)|en cas|en l'absence)",
    "es": "(si|en caso)",
    "nl": "(als|indien|mochte?n?)",
    "it": "(se|qualora)",
    "pt": "(se|caso)",
}
# ... anywhere in its sentence ...
MAYBE_ANYWHERE = [
    "(if|when|once|should|where|in case) (you|your|the|we|there|our|a|they|it|i)"
    " (\\w+ ){0,6}(selected|shortlisted|short-listed|successful|match*|fit|fits|suitable|"
    "progress*|advanc*|proceed*|forward|chosen|meet|meets|decide*|feel|think|believe"
    "|qualif*|align*|interested|find|approve*|pass|invited|aligned|promising)",
    "stage 1",
    "interviews (\\w+ ){0,2}(will be|are|is|take|will take) (\\w+ )?(held|conducted|planned|expected|due|place)",
    "^(passt|passen|entspricht|uberzeugt|uberzeugen|gefallt|gefallen|stimmt|erfullen) (\\w+ ){0,6}(profil|bewerbung|unterlagen|anforderung*|sie uns|uns)\\b.{0,40},",
    "zu (\\w+ )?(gesprachen|interviews) (ein|eingeladen)",
    "^(were|had|does) (your|you) (\\w+ ){0,6}(match*|fit|suit*|selected|shortlisted|line up|convince)",
    "those (on|who|we|whose)",
    "tips|potential|possible|faqs?|how to (prepare|ace|apply)",
    "(if|when) (selected|shortlisted|successful|chosen|suitable|there is)",
    "should (we|your|you be|the team|there)",
    "(only|just) (\\w+ )?(shortlisted|selected|successful|suitable|those|candidates)",
    "(falls|sofern|wenn|sollte|sollten) (\\w+ ){0,4}(profil|passt|passen|bewerbung|wir"
    "|eignung|uberzeugt|ausgewahlt|interesse)",
    "si (votre|ton|notre) (\\w+ )?(profil|candidature|dossier)",
    "si (tu|su|el) (\\w+ )?(perfil|candidatura)",
    "(als|indien|mocht) (je|uw|jouw|we|wij) (\\w+ )?(profiel|sollicitatie|een match)",
    "(se|qualora) (il|la) (\\w+ )?(tuo|sua|tua|suo) (profilo|candidatura)",
    "caso (o|a) (\\w+ )?(seu|sua|teu|tua)? ?(perfil|candidatura)",
]
# ... while these are mere politeness, or a silence that is none of this mail's news.
POLITE = [
    "if (you are|you would be|that is|this is|it is|so|you were)? ?(\\w+ )?(still )?"
    "(interested|available|unable|free|happy|willing|okay|ok|not available|fine"
    "|convenient|possible|necessary|needed|comfortable|ready|keen|up for it)",
    "if (this|that|it|the|these|any|those|neither|none|either|monday|tuesday|wednesday"
    "|thursday|friday) (\\w+ ){0,4}(works?|suits?|convenient|fits?|possible|not work|"
    "clash*|good|interests?)",
    "if you (joined|would join|accepted|join|accept)",
    "if you (need|have|would|want|wish|prefer|cannot|require|can|could|do not mind|accept"
    "|agree|decide to accept|like|no longer|are attending|must|want it|will)",
    "when (would|are|do|can|could|is|will|works?|suits?)",
    "(know|tell us|ask) (\\w+ )?(when|if|whether) (you|this|that|it|the)",
    "whether (you|this|that|the time|it)",
    "you may (\\w+ )?(hand|have|start|choose|take|submit|pick|bring|use|come|decide|send|reply)",
    "before we (decide|make up our minds?|make (an?|our|the) (\\w+ )?decision)",
    "once again|once more|as soon as",
]
# A phrase after one of these speaks of what has been.
PAST = [
    "(following|after|since|thanks for|thank you (\\w+ )?for|outcome of|results? of"
    "|feedback on|recent|previous|completing|completed|passed|attended|finished|enjoyed|(was|is) (great|good|nice|lovely|a pleasure)|pleasure|again)",
    "(nach|dank fur|danke fur|seit|vielen dank fur|(feedback|ruckmeldung|ergebnisse?) zu)",
    "(suite a|apres|merci pour|lors de)",
    "(tras|despues de|gracias por)",
    "(na|naar aanleiding van|bedankt voor)",
]
# A sentence with one of these looks back as a whole.
PAST_ANYWHERE = (
    "((was|were|been) (\\w+ )?(\\w+ )?(pleasure|pleased|great|good|lovely|nice|wonderful|fun|privilege)"
    " (to (have |finally )?(met|meet*|speak*|spoke|talk*|see*|seen|interview*|get to know)|meeting|speaking|talking|seeing|chatting|getting)"
    "|(great|good|lovely|nice|pleasure) (meeting|speaking|talking|chatting|seeing)"
    "|(thank you|thanks) (\\w+ ){0,2}for (\\w+ )?(coming|interviewing|meeting|speaking|talking|visiting|joining|attending))"
)
# An hour or a date is agreed on with applicants, seldom asked of strangers.
CONCRETE = (
    "({day} (\\w+ )?at \\d+|\\d{1,2}[:.]\\d\\d|\\d{1,2} ?([ap]\\.?m|uhr|h|uur)"
    "|(montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes"
    "|martes|miercoles|jueves|viernes|maandag|dinsdag|woensdag|donderdag|vrijdag) (\\w+ ){0,2}\\d+)"
)
# What befalls others is no news of one's own; such a phrase must name "you".
OTHERS = (
    "(they|others|other (candidates|applicants|people)|another (candidate|applicant|person)"
    "|someone else|colleagues)"
)
# Nobody is refused who asked for no particular job.
SPECULATIVE = (
    "((speculative|spontaneous|unsolicited) application|initiativbewerbung"
    "|candidature spontanee|candidatura espontanea|open sollicitatie|candidatura spontanea)"
)
# A refused time is no refusal of the person.
RESCHEDULED = (
    "(reschedul*|postpon*|rearrang*|another (time|date|day|slot)|other (times|dates)"
    "|(new|different|alternative|later) (time|date|slot|day)|move (your|our|the) (interview"
    "|call|meeting|chat)|verschieb*|verleg*|(neuen|anderen|neuer|anderer) termin|ausweichtermin"
    "|reporter|deplacer|autre (date|creneau)|reprogramar|aplazar|otra (fecha|hora)|verzetten"
    "|verplaats*|andere (datum|tijd)|nieuwe afspraak|spostare|rinviare|altra data|remarcar"
    "|reagendar|outra data)"
)
NEGATION = (
    "(not|unable|cannot|never|no longer|without|instead of|nicht|kein|keine|keinen"
    "|ne|n'avons|n'est|pas|niet|geen|non|nao)"
)
CONTRACTIONS = [
    (r" (?:-?>|=>|\u2192) ", " stage 1 "),  # "Test > Interview > Offer" is a way to go
    (r"\bcan't\b", "cannot"),
    (r"\bwon't\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"n't\b", " not"),
    (r"\b(we|you|they|who)'re\b", r"\1 are"),
    (r"\bi'm\b", "i am"),
    (r"\b(we|you|they|i)'ve\b", r"\1 have"),
    (r"\b(we|you|they|i|he|she|it)'ll\b", r"\1 will"),
    (r"\b(we|you|they|i)'d\b", r"\1 would"),
    (r"\b(it|that|there|he|she|what|here|let)'s\b", r"\1 is"),
    (r"\bcan ?not wait\b", "look forward"),
    (r"\b(do|did) not hesitate\b", "feel free"),
    (r"\bnot only\b", "also"),
    (r"\bnot (every|all)\b", "few"),
    (r"\bno later than\b", "by"),
    (r"\b(do|please do) not (reply|respond)\b", "ignore"),
    (r"\b(nicht) (zogern|scheuen)\b", "gern"),
    (r"\bn'hesitez pas\b", "vous pouvez"),
    (r"\bno dudes\b", "puedes"),
]
# Words of somebody who has applied, of hiring at all, and addresses that say as much.
APPLIED = (
    "(your (\\w+ ){0,2}(application|candidacy|candidature|submission)|you applied"
    "|applying|(interviewing|interviewed) with us|for your interest"
    "|bewerbung|candidature|candidatura|sollicitatie|solicitud|postulacion|curriculo)"
)
# Somebody applied for something, yet for no job.
_THING = (
    "(loan|mortgage|credit|card|housing|school|planning|funding|membership|grant|visa|insurance"
    "|benefits?|allowance|passport|rental|tenancy|rent|flat|house|apartment|degree|patent|permit"
    "|parking|adoption|club|library|admission|scholarship|pension|licen[cs]e|residen\\w+"
    "|citizenship|subsidy|relief|refund|overdraft|account|studies|masters?|nursery|kindergarten)"
)
NO_JOB = (
    f"({_THING} application( (\\w+ )?(was|has|is|for|approved|rejected|received|status|number))|{_THING} application$"
    f"|application (for|to) (an?|the|your|our|open an?) (\\w+ )?{_THING}\\b(?! (manager|officer|clerk"
    "|adviser|advisor|assistant|teacher|engineer|analyst|developer|consultant|specialist"
    "|broker|agent|designer|nurse|administrator|coordinator|director|head|lead|role|position|job))"
    "|application to (rent|join the)"
    "|(offer|grant|give|lend|approve) you (\\w+ )?(finance|credit|loan|cover|insurance|funding"
    "|mortgage|tenancy|membership|place (at|on) the (course|programme|school|university))"
    "|your (\\w+ )?(claim|appeal|complaint|manuscript|proposal|petition|booking|tender|abstract))"
)
# "1. Application 2. Test 3. Interview" tells the way of all applications.
_STAGE = (
    "(application|review|check|screen*|calls?|tests?|exercise|assessment|task|interviews?"
    "|meetings?|offer|contract|trial|decision|references?|conversations?|chat|bewerbung"
    "|gesprach|angebot|vertrag|entretien|contrat|entrevista|prueba|oferta)"
)
STAGES = (
    f"{_STAGE}( \\w+){{0,3}}[,;/] (\\w+ ){{0,4}}{_STAGE}( \\w+){{0,3}}[,;/] (\\w+ ){{0,4}}{_STAGE}|"
    "1[.)] [^\\n]{0,80}\\s2[.)] [^\\n]{0,80}\\s3[.)] [^\\n]{0,80}(interview|offer|contract|call|test"
    "|gesprach|angebot|entretien|entrevista|oferta|gesprek)"
)
# The same, but such words also stand in mail about a job: they weigh less.
MAYBE_ELSEWHERE = (
    "(tax|insurance|dr|doctor|teacher|parents|lunch|dinner|buyer|estate|github|gitlab|housing|flat|course"
    "|library|club|residents|neighbou?rs?|school place|journal|editors?|supplier|vendor"
    "|listener*|viewers|subscribers?|author|magazine)"
)
HIRING = (
    "(hiring|recruit*|candida*|roles?|positions?|vacanc*|jobs?|resume|cv|careers?"
    "|salary|employ*|(our|the|hiring) team|hr|talent|applicants?|offer letter"
    "|internship|shift|onsite|on-site|founders?|cto|ceo|manager|director|shortlist*|coding|recruiter*|referees?|stellen?|bewerb*|vorstellung*|profil*|arbeit*|einstell*|poste|entretien"
    "|embauche|equipe|puesto|perfil|equipo|seleccion|functie|vacature|sollicit*|gesprek"
    "|posizione|colloquio|ruolo|selezione|vaga|cargo|equipa)"
)
RECRUITERS = (
    r"\b(hr|rh|rrhh|jobs?|people|talents?|talento|careers?|recruit\w*|hiring|karriere"
    r"|bewerbung|personal|empleo|werken\w*|staffing|hire)\b|greenhouse|lever\.co|ashby"
    r"|workday|workable|smartrecruiters|icims|teamtailor|personio|recruitee"
)
WEBMAIL = (
    r"@(?:gmail|googlemail|outlook|hotmail|yahoo|gmx|web|proton|protonmail|icloud)\."
)
SENDERS = {
    "other": r"alert|newsletter|news@|digest|marketing|survey|billing|invitations@"
    r"|jobagent",
    "assessment": r"hackerrank|codility|codesignal|testgorilla|pymetrics|coderbyte",
    "interview": r"calendar-notification|calendly|goodtime|hirevue",
    "offer": r"docusign|hellosign|adobesign",
}
