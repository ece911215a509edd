# ruff: noqa: E501 – a phrase is a line
"""The words of a question to the person."""

PHRASES = {
    "en": r"""
4 (send|provide|upload|submit|share|need|supply|forward|attach|require|bring|missing|return|fill) (\w+ ){0,8}(documents?|certificates?|copy of|copies|references|referees?|transcripts?|passport|licen[cs]e|payslips?|work permit|proof of|diploma|bank details form|registration number|degree)
4 (when|how soon) (\w+ )?(could|can|would) you start
4 what (you|do you|are you) (\w+ )?(earn*|make today|charge)
4 (names|contact|e-?mail addresses|phone numbers) … (referees?|references|vouch|people who)
3 (expected|desired) (salary|start date)
5 salary (expectations?|requirements?|range|history) … (\?|what|know|share|tell|confirm)
4 (what|confirm|know|tell|share|indicate) (\w+ ){0,6}(salary expectations?|expected salary|notice period|desired salary|compensation expectations?|rate|current salary)
4 (do|will|would) you (\w+ )?(need|require|have) (\w+ ){0,4}(sponsorship|visa|work permit|right to work|authori[sz]ation|driving licen[cs]e)
4 (background|reference|dbs|right to work) (check|screening|request)
3 (missing|additional|further|more) (documents?|information|details)
4 (contact details|names) of (\w+ )?(\w+ )?(references|referees)
3 (answer|complete|fill in|fill out) (\w+ ){0,5}(form|screening questions|application questions|few questions|eligibility)
3 (clarify|confirm|tell us|let us know) (\w+ ){0,3}(whether|if) you (\w+ )?(are|have|need|would|can|hold|willing)
""",
    "de": r"""
4 (senden|schicken|reichen|nachreichen|benotigen|brauchen|fehlt|fehlen|zusenden|einreichen|hochladen) … (unterlagen|zeugnis*|nachweis*|lebenslauf|kopie|dokument*|gehaltsvorstellung*|referenzen|fuhrerschein)
4 (unterlagen|zeugnis*|nachweis*|lebenslauf|kopie|dokument*|gehaltsvorstellung*|referenzen|fuhrerschein|kundigungsfrist) … (senden|schicken|zusenden|nachreichen|mitteilen|einreichen|hochladen|nennen|\?)
4 (gehaltsvorstellung*|kundigungsfrist|eintrittstermin) … (\?|mit|nennen|teilen)
""",
    "fr": r"""
4 (envoyer|transmettre|fournir|faire parvenir|communiquer|manque|besoin|preciser|adresser) (\w+ ){0,8}(documents?|diplomes?|justificatifs?|copie|pretentions|references|preavis|permis|pieces?|attestation|cv)
4 (pretentions salariales|preavis) … (\?|communiquer|indiquer)
""",
    "es": r"""
4 (enviar|envianos|enviarnos|facilitar*|adjuntar|aportar|necesitamos|falta|indicar|indicanos|remitir) (\w+ ){0,8}(documentos?|documentacion|titulo|copia|referencias|certificado*|expectativas|pretension*|carnet)
4 (expectativas salariales|pretension* salarial*) … (\?|indic*|dinos|cual*)
""",
    "nl": r"""
4 (sturen|stuur|opsturen|aanleveren|uploaden|ontbreekt|ontbreken|nodig|doorgeven|toesturen) … (diploma*|documenten|kopie|referenties|cijferlijst|salariswens|opzegtermijn|rijbewijs|vog)
4 (diploma*|documenten|kopie|referenties|cijferlijst|salariswens|opzegtermijn|vog) … (sturen|opsturen|doorgeven|aanleveren|uploaden|\?)
""",
    "it": r"""
4 (inviare|inviarci|fornire|allegare|trasmettere|indicare|manca|necessario|servono) (\w+ ){0,8}(documenti|documentazione|copia|referenze|certificat*|diploma|pretese|aspettative|preavviso)
""",
    "pt": r"""
4 (enviar|envie|fornecer|anexar|indicar|informar|falta|precisamos) (\w+ ){0,8}(documentos?|copia|referencias|certificado*|diploma|pretensao|expectativas?|comprovativo*|comprovante*)
""",
}
