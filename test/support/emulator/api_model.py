"""Hold requests to botocore's model of an API: moto reads what it knows and is silent about the rest."""

from collections.abc import Iterator
from typing import Any

from botocore.model import ListShape, Shape, StringShape, StructureShape
from botocore.session import get_session
from botocore.validate import ParamValidator

_session = get_session()


def faults(service: str, operation: str, parameters: dict[str, Any]) -> list[str]:
    """What is wrong with the parameters of an operation: missing or of a wrong type, or values that no enum has."""
    shape = _session.get_service_model(service).operation_model(operation).input_shape
    report = ParamValidator().validate(parameters, shape)
    general = [report.generate_report()] if report.has_errors() else []
    return [*general, *_outside_enums(shape, parameters)]


def _outside_enums(shape: Shape, value: Any, name: str = "") -> Iterator[str]:
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        for key, item in value.items():
            if key in shape.members:
                yield from _outside_enums(shape.members[key], item, key)
    elif isinstance(shape, ListShape) and isinstance(value, list):
        for item in value:
            yield from _outside_enums(shape.member, item, name)
    elif isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        yield f"{name} is {value!r}, not one of {', '.join(shape.enum)}"
