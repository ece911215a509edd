from applications.importing.legacy.base import LegacySystem
from applications.models.imports import System


class JobWise(LegacySystem):
    system = System.JOBWISE
    signature = {"nope": {"x"}}
