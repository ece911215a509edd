# ruff: noqa: E501 – a phrase is a line
"""The words of a test to take."""

PHRASES = {
    "en": r"""
5 (complete|take|start|begin|do|finish|attempt|submit|solve|undertake|sit|tackle|fill in|fill out|work on|try|return|completing) (\w+ ){0,8}(tests?|assessments?|challenges?|exercises?|assignments?|quiz|questionnaire|case study|tasks?|games?|simulation|homework|problems?|kata)
4 (coding|technical|online|skills?|aptitude|personality|writing|editing|numerical|verbal|take-home|take home|takehome|programming|cognitive|reasoning|psychometric|judgement|judgment|practical|design|translation|typing|logic|situational|home|short|small|sample|language) (\w+ )?(\w+ )?(tests?|assessments?|challenges?|exercises?|assignments?|tasks?|projects?|quiz|questionnaires?|brief|games?)
4 (take-home|takehome)
3 case study
4 (sample|example)s? of your (work|writing)
4 (hackerrank|codility|codesignal|testgorilla|coderpad|hirevue assessment|karat|devskiller|qualified\.io|pymetrics|shl|predictive index|leetcode|coderbyte|adaface)
3 (test|assessment|challenge|exercise|assignment|quiz|link) … (expires?|deadline|days?|hours?|minutes|due|valid|by {day}|within)
4 invit* … (tests?|assessments?|challenge|exercise|quiz|questionnaire)
3 (your|the|our|this|an?|following|attached) (\w+ )?(assessment|coding challenge|exercise|assignment)
3 (send|submit|return|push|email|upload) (\w+ ){0,3}(solution|answers|code|repo|results|work|submission)
3 (answer|solve) (\w+ ){0,3}(questions?|problems?|puzzles?)
3 (pull request|repository|repo|github) … (solution|implement|clone|fork)
2 (present|prepare) (\w+ ){0,5}(findings|slides|solution)
1 (you have|within) (\w+ )?\d+ (days|hours|minutes)
4 (write|translate|draft|edit|design|sketch|build|implement|code|analy[sz]e|proofread) (\w+ ){0,4}(\d+ words?|page|sample|piece|article|mock-?up|feature|prototype|app|api|dataset|data set|function|script|text)
3 (brief|task|instructions|dataset|starter) (\w+ ){0,3}(attached|below|enclosed|linked)
2 deadline
4 (pre-employment|pre-screening|screening|entry|knowledge|proficiency) (tests?|assessments?|quiz)
4 (prepare|preparing) (\w+ ){0,3}(case study|case|exercise|task)
3 (prepare|preparing) (\w+ ){0,3}presentation
3 (writing|work|code|translation) samples?
3 (build|create|make|develop|implement|design|prepare|write) (\w+ ){0,5}(described|service|small|sample|short|prototype|solution|mock)
3 (see|show) (us )?(some|a) (\w+ )?(code|sample|example)
2 (aptitude|skills|coding|technical|online|psychometric) test
3 (test|assessment|exercise|challenge) … (not yet|have not|still|close|waiting|pending|incomplete|remind*)
3 test link
4 (attached|following|enclosed|linked) (\w+ )?(problem|task|exercise|case|puzzle|brief|dataset)
3 spend (\w+ ){0,4}(hours?|minutes)
3 (mail|email|send) (\w+ )?your (code|solution|answers?)
4 (link|access) (\w+ ){0,3}(to|for) (\w+ ){0,3}(tests?|assessments?|challenge|exercise|quiz|questionnaire)
4 (sketch|describe|outline|show us|design|explain|draft|record) (\w+ ){0,2}how you (would|will)
4 (clone|fork) (the|this|our)
4 (open|submit|raise) (a|your) (pull|merge) request
2 (send|submit|return|email|push) (it|them|this) (\w+ ){0,2}(by|before|within|over|back)
3 (closes|expires|due|deadline) (\w+ ){0,2}{day}
3 (home|live) (assignment|coding|task|exercise)
4 (hackathon task|homework|mini project|mini-project|small project|short project|trial (task|project)|paid (trial|task))
3 (typing|language|english|math|maths|excel|sql|python|java|javascript|driving|safety|situational) (\w+ )?(test|quiz|assessment|challenge)
2 (tests?|assessments?|exercises?|challenges?|assignment)
4 (send|return|submit|hand|mail|upload|give|email) (\w+ ){0,3}(your )?(solution|answers?|analysis|draft|translation|recording|slides|plan|piece|essay) (\w+ ){0,3}(by|before|within|back|until|in)
3.5 (draft|prepare|produce|outline|write|redesign|plan|translate|edit|proofread|summari[sz]e|calculate|sketch|film|compose) (an?|the|one|two|three|some|this|your|up to) (\w+ ){0,6}(plan|page|pages|screens?|paragraphs?|words|lesson|article|report|presentation|text|spreadsheet|model|strategy|memo|campaign|proposal|summary|letter|recipe|menu|query|script|talk|post)
3 (hand|handing|turn|turning) (it|this|them|your \w+) in
3 (editing|translating|proofreading|solving|designing|writing|sketching|analysing|analyzing) (the|this|an?|one|two) (\w+ )?(attached|page|text|problem|case|screen|sample|dataset|short|following)
4 (advanced|progressed|moved|made it|through|on|invited) (\w+ )?to (the|our|an?) (\w+ )?(coding|testing|test|case|assessment|exercise|task|challenge|written)
4 (test|assessment|exercise|challenge|task|questionnaire) (\w+ )?(is|takes|contains|consists|has) (\w+ ){0,4}(ready|waiting|minutes|hours|questions|parts|open|available)
4 (take|use|using|download) (this|the|our|attached) (\w+ )?(csv|dataset|data set|data|spreadsheet|notebook|template|starter)
4 (skills?|ability|knowledge|numeracy|literacy|competency) (\w+ )?(check|screen|quiz|tests?|exam)
3 (tell|show) us (\w+ )?(what|how|why) … (by {day}|page|words|minutes|hours|slides)
3 (mail|send|email|give|return) us your (list|answers|notes|results|findings|sketch|sketches|analysis|version)
""",
    "de": r"""
5 (bearbeit*|absolvier*|durchfuhr*|ausfull*|losen|lose|einreich*|teilnehm*|machen|erledig*|abschliess*|ablegen|losung) … (test*|aufgabe*|assessment*|fragebogen|fallstudie|case|challenge|probeaufgabe|link)
5 (test|online-test|onlinetest|testaufgabe|aufgabe|probeaufgabe|assessment|fragebogen|fallstudie|einstellungstest|eignungstest|challenge|coding-aufgabe|programmieraufgabe|arbeitsprobe) … (bearbeit*|absolvier*|durchfuhr*|ausfull*|losen|einreich*|zu machen|machen|bis|gultig|tage|stunden|minuten|senden|schicken|zuruck|link|anhang|anbei)
4 (online-?test|testaufgabe|probeaufgabe|einstellungstest|eignungstest|programmieraufgabe|fallstudie|arbeitsprobe|online-?assessment|coding-?challenge|fachtest)
5 (zugang|link|einladung|einladen) (\w+ ){0,4}(test*|online-?test|assessment|online-?assessment|einstellungstest|aufgabe|fragebogen)
""",
    "fr": r"""
5 (realiser|completer|effectuer|passer|faire|remplir|repondre|rendre|renvoyer|terminer) (\w+ ){0,6}(tests?|exercices?|questionnaires?|evaluations?|etude de cas|cas pratique|defi)
4 (test technique|test en ligne|tests? de (personnalite|logique|competences|langue|programmation)|exercice (technique|pratique)|etude de cas|cas pratique|evaluation en ligne|mise en situation)
3 (test|exercice|questionnaire) … (jours|heures|minutes|avant|lien|ci-joint)
5 (ci-joint|joint|trouverez|envoyons|transmettons|voici) … (test|exercice|cas pratique|etude de cas|questionnaire|mise en situation)
""",
    "es": r"""
5 (realizar|realiza|completar|completa|hacer|haz|resolver|rellenar|entregar|enviar|responder) (\w+ ){0,6}(pruebas?|tests?|evaluacion*|cuestionario|ejercicios?|reto|caso)
4 (prueba tecnica|prueba online|prueba practica|pruebas? de|test online|test psicotecnico*|test de|evaluacion (tecnica|online)|caso practico|reto tecnico|ejercicio tecnico)
3 (prueba|test|ejercicio|enlace) … (dias|horas|minutos|plazo|antes)
5 (adjunt*|envi*|encontraras|encontrara|entreg*) … (prueba|ejercicio|test|cuestionario|caso practico|reto|solucion)
""",
    "nl": r"""
5 (maken|maak|invullen|uitvoeren|doen|afronden|inleveren|voltooi*|insturen) … (test|assessment|opdracht|vragenlijst|case|toets)
5 (test|assessment|opdracht|vragenlijst|case|toets) … (maken|invullen|uitvoeren|doen|afronden|inleveren|dagen|uur|link|uitwerk*|vind|bijlage|voltooi*)
4 uitwerking
3 (de|een) (case|opdracht|toets)
4 (online (assessment|test)|programmeeropdracht|huiswerkopdracht|technische (test|opdracht)|capaciteitentest|persoonlijkheidstest)
""",
    "it": r"""
5 (completare|completa|svolgere|svolga|compilare|fare|eseguire|inviare|consegnare|risolvere|sostenere) (\w+ ){0,6}(test|prova|questionario|esercizio|compito|valutazione|caso)
4 (test online|test tecnico|prova tecnica|prova pratica|caso studio|esercizio tecnico|test attitudinale|valutazione online)
5 (allegat*|allego|inviamo|trovera*|troverai) … (test|prova|esercizio|questionario|caso)
""",
    "pt": r"""
5 (realizar|realize|completar|complete|fazer|faca|preencher|resolver|responder|enviar|concluir) (\w+ ){0,6}(testes?|prova|questionario|exercicio|desafio|avaliacao|caso)
4 (teste tecnico|teste online|desafio tecnico|prova pratica|avaliacao (online|tecnica)|teste pratico|caso pratico|desafio de programacao)
5 (anexo|anexamos|enviamos|segue) … (teste|prova|exercicio|desafio|questionario)
""",
}
