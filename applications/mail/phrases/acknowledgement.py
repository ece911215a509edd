# ruff: noqa: E501 – a phrase is a line
"""The words of a receipt."""

PHRASES = {
    "en": r"""
4 (received|got|receipt of|have|have had|gotten|acknowledg*) (\w+ ){0,3}your (\w+ ){0,3}(application|resume|cv|submission|candidature|documents|materials|details|information|cover letter)
4 your (\w+ ){0,3}(application|resume|cv|submission|details|documents|materials|candidacy) (\w+ ){0,6}(received|submitted|sent|reached|recorded|registered|under review|reviewed|in review|being|arrived|landed|complete|logged|in the hands|on its way|with us|with our|in our|in good hands|safely|came through|in safe)
4 application (has been |was |is )?(\w+ )?(received|submitted|acknowledged|confirmation|sent|confirmed|complete)
3 (thank you|thanks|thank) (\w+ ){0,3}(for|you for) (\w+ ){0,2}(applying|your (\w+ )?(application|interest|submission)|sending|submitting|considering|your (cv|resume)|taking the time to (apply|submit)|expressing|showing)
3 (thanks|thank you) … (apply*|application|interest)
4 successfully (applied|submitted)
4 (confirm*|confirmation) (\w+ ){0,4}(receipt|application|we have|that we)
2 (review|reviewing|look at|looking at|looking over|consider|considering|assess*|evaluat*|go through|going through|read|process*|examine|take a look) (\w+ ){0,4}(applications?|resume|cv|qualifications|profile|it|background|experience|submission|candidates|documents|details)
2 (get back|be in touch|contact you|hear from us|reach out|respond|come back|update|let you know|write to you|follow up|keep you posted)
3 (under|in) (review|consideration)
2 (you|have) (\w+ )?applied (to|for|at)
1 (patience|bear with us|as soon as|volume of applications|high volume|many applications|automated)
2 (every|each|all) (\w+ )?application
3 (working|going|reading|sifting) (\w+ )?(\w+ )?through (\w+ ){0,4}(applications|cvs|resumes|candidates|submissions)
3 your (details|application|cv|resume|profile) (is|are|has|have|will) (\w+ ){0,3}(with|to) (the|our|a)
3 (forward*|passed|shared|sent) (\w+ )?your (cv|resume|application|details|profile) (on )?to
3 no decision
3 (taking|take|takes) (\w+ )?longer
3 (application|cv|resume) (is )?safe
2 (what happens next|you are here|next steps|step 1|step one)
3 (automatic|automated) (\w+ )?(confirmation|reply|response|message|acknowledg*)
2 (reference|application|case|tracking|confirmation) (number|no|id|code)
2 (is|been) (complete|completed|on file|queued|in the queue|in our hands)
3 (remains|is still|still) (\w+ )?(active|open|under|being|in)
3 (refer*|recommended) (you|by) (\w+ )?for
3 {not} (\w+ )?(\w+ )?(yet )?(made|reached|taken) (\w+ )?(\w+ )?decision
2 (closing date|closes on|after the deadline)
2 (excited|glad|happy|great|pleased) (that )?(you|to see|to have|to receive)
3 (application|cv|resume|documents|submission|papers|file) (\w+ ){0,3}(reached us|came in|made it|arrived|landed|came through|has reached|have reached)
2 (within|in|by) (\w+ )?(\w+ )?(\d+|two|three|four|five|six|ten|a few|several) (\w+ )?(days|weeks)
2 (either way|good or bad|whatever the (outcome|result)|in any case|one way or the other)
2 (queue|shortlisting|sifting|sift|longlist*)
3 (thank you|thanks) for (\w+ )?(wanting|choosing|your wish) to (join|work)
4 your (\w+ )?(file|form|dossier|papers|entry|registration|candidature|enquiry) (\w+ ){0,8}(received|registered|opened|created|arrived|reached|recorded|logged)
2.5 ^your (\w+ ){0,3}application( (to|at|for|with) [^\n]{1,60})?$
3 hat (in|into) the ring
3 (give|giving|take|taking|have|having) (it|your \w+) (a|an) (\w+ )?(look|read|review)
2 (applications close|closing date|all applications|every application|everyone who applied)
4 (speculative|spontaneous|unsolicited) (application|candidature)
3 (thank you|thanks) for (\w+ )?(putting (yourself|your name) forward|registering|responding|getting in touch|your enquiry|choosing)
2 (nothing|no) (\w+ )?(else|more|further|action) (\w+ )?(is )?(needed|required|to do)
3 (moved|changed) from (received|submitted|new|applied) to
3 you applied[,!.]
3 (study|look at|look through|consider|read) what you (sent|wrote|submitted)
3 (e-?mail|attachments?|documents|papers) (\w+ ){0,3}(reached|arrived|received|in our (hr )?inbox)
2 (begun|started|beginning|starting) to (look|read|review|go)
6 your application (was|has been|is) (successfully )?(sent|submitted|delivered) to
3 your (\w+ ){0,6}(is|are) in[.!;,]
3 (receipt (is |has been |was )?(confirmed|acknowledged)|quote (the|this|your) (reference|number|id))
2 we (answer|reply to|respond to|read) (everyone|everybody|every|each|all)
3 (form|file|message|letter|papers|e-?mail) (\w+ ){0,5}(has|have) (reached|arrived with) us
""",
    "de": r"""
4 (bewerbung|unterlagen|lebenslauf) … (erhalten|eingegangen|angekommen|eingang|vorliegen|vorliegt|erreicht|registriert|ubermittelt|gesendet|bekommen)
4 (eingangsbestatigung|bewerbungseingang|bestatigung|bestatigen|eingang) … (bewerbung|unterlagen|ihrer|deiner|$)
4 (erhalten|eingang|eingegangen) … (bewerbung|unterlagen)
3 (dank|danke|danken|bedanken) (\w+ ){0,5}(bewerbung|interesse|unterlagen|zusendung|vertrauen)
2 (prufen|prufung|sichten|sichtung|durchsehen|bearbeitung|bearbeiten|lesen|anschauen)
2 (melden (uns|wir)|kommen (wir )?(\w+ )?(\w+ )?(auf sie|auf dich)|horen von uns|in kontakt|informieren (wir|sie)|ruckmeldung|bescheid)
1 (geduld|etwas zeit|in kurze|schnellstmoglich)
3 (bewerbung|unterlagen) … (gepruft|weitergeleitet|liegt|liegen|bearbeitet|vielen dank|angekommen|aufgenommen)
3 (haben|habe) (\w+ ){0,3}(ihre|deine) (\w+ )?(bewerbung|unterlagen)
""",
    "fr": r"""
4 (recu|reception|reçu|enregistre*|parvenu*|envoyee|transmise|accuse) … (candidature|cv|dossier|reception|demande|$)
4 candidature … (recue|enregistree|envoyee|transmise|parvenue|prise en compte|etude|examinee|etudiee)
3 (merci|remercions|remercie) (\w+ ){0,6}(candidature|interet|postule|envoi|confiance|cv)
2 (etudier|examiner|etudierons|examinerons|analyser|etude|examen|traiter)
2 (reviendrons|recontact*|contacterons|reprendrons contact|tiendrons informe*|retour|reponse)
1 (meilleurs delais|prochainement|patience)
4 (votre|ta) (candidature|dossier|cv) … (bien|recu*|enregistre*|transmis*|cours|examin*|parvenu*|etudi*)
4 accus(ons|e|er) (\w+ )?(bonne )?reception
""",
    "es": r"""
4 (recibido|recibida|registrad*|recepcion|enviad*|llegado|inscrit*|inscripcion) … (solicitud|candidatura|cv|curriculum|inscripcion|postulacion|oferta|vacante|correctamente|$)
4 (solicitud|candidatura|cv|curriculum|inscripcion|postulacion) … (recibid*|registrad*|enviad*|llegado|en proceso|revision|correctamente)
3 (gracias|agradecemos|agradezco) (\w+ ){0,6}(solicitud|candidatura|interes|inscri*|postul*|cv|aplicar|confianza|inscripcion)
2 (revisar*|estudiar*|analizar*|valorar*|evaluar*|revisando)
2 (contacto|contactaremos|respuesta|informaremos|noticias|novedades)
1 (brevedad|proximamente|paciencia)
""",
    "nl": r"""
4 (sollicitatie|gegevens|cv|reactie|motivatie*) … (ontvangen|binnen|ontvangst|verstuurd|aangekomen|verzonden|doorgestuurd)
4 (ontvangst|ontvangen|bevestig*|ontvangstbevestiging) … (sollicitatie|cv|gegevens|$)
3 (dank|bedankt|danken) (\w+ ){0,5}(sollicitatie|interesse|solliciteren|belangstelling|reactie|cv)
2 (bekijken|beoordelen|bestuderen|lezen|doornemen|beoordeeld|behandeling)
2 (contact|laten weten|horen|terugkoppeling|bericht|hoor)
1 (zo snel mogelijk|geduld|binnen)
""",
    "it": r"""
4 (ricevuto|ricevuta|registrata|inviata|ricezione|pervenuta) … (candidatura|cv|curriculum|domanda|correttamente|$)
4 (candidatura|cv|curriculum|domanda) … (ricevut*|registrat*|inviat*|pervenut*|esame|correttamente|valutazione)
3 (grazie|ringraziamo|ringraziarti) (\w+ ){0,6}(candidatura|interesse|candidato|cv|curriculum|invio|esserti)
2 (valuteremo|esamineremo|valutare|esaminare|analizz*|esame)
2 (contatteremo|ricontatteremo|contatto|aggiorn*|risposta|riscontro)
""",
    "pt": r"""
4 (recebemos|recebida|recebido|rececao|registada|registrada|enviada|submetida|inscricao) … (candidatura|cv|curriculo|inscricao|sucesso|$)
4 (candidatura|cv|curriculo|inscricao) … (recebid*|registad*|registrad*|enviad*|submetid*|analise|sucesso)
3 (obrigad*|agradecemos|agradeco) (\w+ ){0,6}(candidatura|interesse|candidatar*|cv|curriculo|inscricao|envio)
2 (analisar*|avaliar*|analise|rever)
2 (contacto|contato|contactar*|entraremos|retorno|resposta|noticias)
""",
}
