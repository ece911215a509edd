import pytest
from django.db import IntegrityError
from applications.models import *
from applications.models.document import ENGINE, Document
from applications.tests.factories import *
from applications.tests.writing import TRUE, UNTRUE, make_written, make_profile
from applications.documents import render
from applications.views.document_file import nameable
import zipfile, io

def pending(user, like, **k):
    return Document.objects.create(user=user, profile=like.profile, job=like.job, application=like.application, document_type=like.document_type, engine=ENGINE, status=k.pop("status","pending"), **k)

def test_undelete_clash(alice, as_alice):
    d = make_written(alice)
    a = pending(alice, d); a.put_away()
    pending(alice, d)
    r = as_alice.post(f"{a.get_absolute_url()}undelete/")
    print(r.status_code)

def test_undelete_stuck(alice, as_alice):
    d = make_written(alice)
    a = pending(alice, d); a.put_away()
    as_alice.post(f"{a.get_absolute_url()}undelete/")
    a.refresh_from_db(); assert a.status=="completed", a.status

def test_retry_clash(alice, as_alice):
    d = make_written(alice)
    a = pending(alice, d, status="failed")
    pending(alice, d)
    r = as_alice.post(f"{a.get_absolute_url()}retry/")
    assert r.status_code < 500

def test_retry_foreign(alice, as_alice):
    d = make_written(alice)
    d.status="failed"; d.engine="gpt"; d.save()
    r = as_alice.post(f"{d.get_absolute_url()}retry/")
    d.refresh_from_db(); assert d.status=="failed"

def test_template_list_layout(alice, as_alice):
    t = DocumentTemplateFactory(user=alice, settings={"layout": ["classic"], "size": "x", "accent": {}, "paper": []})
    assert as_alice.get("/documents/").status_code == 200
    assert as_alice.get(f"/documents/templates/{t.pk}/edit/").status_code == 200
    assert as_alice.get(f"/documents/templates/new/?of={t.pk}").status_code == 200
    d = make_written(alice, template=t)
    assert as_alice.get(f"{d.get_absolute_url()}download/pdf/").status_code == 200

def test_template_settings_known_layout_bad_rest(alice, as_alice):
    t = DocumentTemplateFactory(user=alice, settings={"layout": "classic", "size": [1], "accent": {}, "paper": []})
    assert as_alice.get(f"/documents/templates/{t.pk}/edit/").status_code == 200

@pytest.mark.parametrize("meta", [{"ats":[{}]}, {"ats": 5}, {"ats":"abc"}, {"missing": 5, "pages": "x", "statements": [], "problem": {}}, [1], "x"])
@pytest.mark.parametrize("score", [None, "abc", [1], {"a":1}, True, 1e400])
def test_imported_meta(alice, as_alice, meta, score):
    d = DocumentFactory(user=alice, job=JobFactory(user=alice), status="completed", result={"content": "Hello", "ats_score": score if score!=1e400 else 3, "metadata": meta})
    assert as_alice.get("/documents/").status_code == 200
    assert as_alice.get(d.get_absolute_url()).status_code == 200
    d.write("# M\n\nHello", seen=0)
    assert as_alice.get(d.get_absolute_url()).status_code == 200

@pytest.mark.parametrize("result", [[], "x", 5, None, {"content": 5}, ["a"]])
@pytest.mark.parametrize("options", [[], "x", {"pages": []}, {"motivation": 5}])
def test_imported_result(alice, as_alice, result, options):
    if result is None: result = {}
    d = DocumentFactory(user=alice, job=JobFactory(user=alice), status="completed", result=result, options=options)
    assert as_alice.get("/documents/").status_code == 200
    assert as_alice.get(d.get_absolute_url()).status_code == 200
    assert as_alice.get(d.get_absolute_url()+"edit/").status_code == 200
    d.write("# M\n\nHello", seen=0)
    for p in ("", "edit/", "versions/1/", "download/pdf/", "download/md/", "preview/", "preview/1.png", "override/"):
        assert as_alice.get(d.get_absolute_url()+p).status_code < 500, p

@pytest.mark.parametrize("overrides", [{}, "x", 5, [1], [{"fact": [], "line": {}, "said": 1, "at": 2}], [{"fact":"4000","line":5,"said":1,"at":2}]])
def test_overrides(alice, as_alice, overrides):
    d = make_written(alice, UNTRUE); Document.objects.filter(pk=d.pk).update(overrides=overrides)
    for p in ("", "download/pdf/", "override/"):
        assert as_alice.get(d.get_absolute_url()+p).status_code < 500, p

@pytest.mark.parametrize("text", ["\ufffe\uffff x", "\x0b\x0c\x1c a", "\u202eabc", "#let x = 1\n$ x^2 $ *a* _b_ @c <d> `e` // f /* g", "#read(\"/etc/passwd\")\n#import \"@preview/x:1.0.0\"", "a\u2028b\u2029c", "\ud7ff\ue000", "𝔘"*100, "[#include \"/etc/passwd\"]", "http://a.b/\\\"#x", "<w:p/>&lt;", "=1+1|cmd", "# ", "#  \n##  \n###  | | \n- ", "### | a | b", "## \n\n- \n-  x", "###\ta", "#\u00a0a", "- \u3000"])
def test_signs(alice, as_alice, text):
    d = make_written(alice, "# Mara Okafor\n\n"+text)
    assert as_alice.get(d.get_absolute_url()).status_code == 200
    for f in ("pdf","docx","md","txt"):
        data = render.render(d.content, "resume", f, {}, title=text, author=text)
        assert data.data
        assert as_alice.get(d.get_absolute_url()+f"download/{f}/").status_code < 500
    assert render.pictures(d.content, "cover_letter", {})

@pytest.mark.parametrize("q", ["version=-1","version=99999999999999999999","version=%00","version=١","version=1e5","template=0","template=-1","template=999999999","template=%F0%9F%98%80","version=1&template=x"])
def test_q(alice, as_alice, q):
    d = make_written(alice)
    assert as_alice.get(d.get_absolute_url()+f"download/md/?{q}").status_code in (200,404)
@pytest.mark.parametrize("p", ["versions/99999999999999999999999999/","preview/99999999999999999999999.png","versions/1/?with=-1","versions/1/?with=999999","download/exe/","download/pdf/../../","versions/0/"])
def test_p(alice, as_alice, p):
    d = make_written(alice)
    assert as_alice.get(d.get_absolute_url()+p).status_code in (200,404)

def test_stranger(alice, bob, as_bob):
    d = make_written(alice); t=DocumentTemplateFactory(user=alice, document_type="resume")
    b = make_written(bob)
    assert as_bob.get(b.get_absolute_url()+f"download/md/?template={t.pk}").status_code == 404
    r = as_bob.post(b.get_absolute_url()+"look/", {"template": t.pk}); assert r.status_code in (409, 422), r.status_code
    for k,v in {"application": d.application_id, "profile": d.profile_id, "template": t.pk, "job": d.job_id}.items():
        data = {"document_type":"resume","application": b.application_id, "profile": b.profile_id} | {k:v}
        if k=="job": data.pop("application")
        assert as_bob.post("/documents/new/", data).status_code == 422, k
    assert as_bob.get(f"/documents/new/?job={d.job_id}").status_code == 404
    assert as_bob.get(f"/documents/new/?application={d.application_id}").status_code == 404
    assert as_bob.get(f"/documents/templates/new/?of={t.pk}").status_code == 404
    assert as_bob.post(f"/documents/templates/new/?of={t.pk}", {}).status_code == 404

@pytest.mark.parametrize("name", ['a"b\r\nX: y', "../../etc/passwd", "\u202efdp.exe", "CON", "..", "漢"*200, "a\x00b", "C:\\x", "\u0085\u2028x", "", "🙂"*100])
def test_names(alice, as_alice, name):
    d = make_written(alice)
    d.job.company_name=name; d.job.company=None
    try: d.job.save()
    except Exception as e: print("not saved", name, e); return
    r = as_alice.get(d.get_absolute_url()+"download/md/")
    z = as_alice.get(f"{d.application.get_absolute_url()}documents.zip")
    print(repr(name), r.status_code, r.headers.get("Content-Disposition"), z.status_code, z.headers.get("Content-Disposition"))
    if z.status_code==200:
        names = zipfile.ZipFile(io.BytesIO(z.content)).namelist(); print(names, [len(n.encode()) for n in names])
        assert all(len(n.encode())<=255 and "/" not in n and "\u202e" not in n for n in names)

@pytest.mark.parametrize("field,value", [(f,v) for f in ("experiences","projects","skills","pages","order","include","template","application","job","profile","custom_prompt","document_type","motivation") for v in ("-1","99999999999999999999","NaN","\x00","x"*100_000,"1e3","٣","[1]")])
def test_new(alice, as_alice, field, value):
    d = make_written(alice)
    data = {"document_type":"resume","application": d.application_id, "profile": d.profile_id, field: value}
    assert as_alice.post("/documents/new/", data).status_code in (303, 422)

def test_profile_deleted(alice, as_alice):
    d = make_written(alice, UNTRUE); d.profile.delete()
    for p in ("", "edit/", "download/pdf/", "download/docx/", "override/", "versions/1/", "preview/1.png", "sent/"):
        r = as_alice.get(d.get_absolute_url()+p); print(p, r.status_code)
        assert r.status_code < 500
    assert as_alice.post(d.get_absolute_url()+"claim/", {"mark":"x"}).status_code<500
    assert as_alice.post(d.get_absolute_url()+"sent/", {"to":"x","on":"2026-11-26"}).status_code<500

def test_override_not_there(alice, as_alice):
    d = make_written(alice, UNTRUE)
    u = d.get_absolute_url()+"override/"
    print(as_alice.post(u, {"seen": "1", "why-7": "because it is so, I swear"}).status_code)
    print(as_alice.post(u, {"seen": "9", "why-0": "because it is so, I swear"}).status_code)
    print(as_alice.post(u, {"seen": "1"}).status_code)
    print(as_alice.post(u, {"seen": "1", "why-0": "        -             "}).status_code)
    print(as_alice.post(u, {"seen": "1", "why-0": "- - - - - - - - - -"}).status_code)
    d.refresh_from_db(); print(d.overrides)
