"""What WiX's schema allows in the installer for Windows, for the elements that ours uses.

WiX itself runs on Windows alone. This is what of its schema can be wrong with nobody there to see it: which attributes
an element has, which it must have, what may stand in them, and what may stand inside the element.

Source: src/xsd/wix.xsd and wixloc.xsd of github.com/wixtoolset/wix at commit 777b28beb32b, which is WiX 5: it has
`Files` and `UpgradeStrategy`, new in 5, and not `Package/@Id`, new in 6. Directory, Feature, Icon, MajorUpgrade and
MediaTemplate are from a later commit, which tells what came after 5. Briefcase 0.4.7 brings WiX 5.0.2. Left out are
WiX's variables, `$(name)` and `!(loc.name)`, and the elements of its extensions: ours uses neither.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

WXS = "{http://wixtoolset.org/schemas/v4/wxs}"
WXL = "{http://wixtoolset.org/schemas/v4/wxl}"

_GUID = r"[{(]?[0-9A-Fa-f]{8}-?([0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}[})]?"
_KINDS = {
    "text": r"(?s:.*)",
    "truth": "yes|no|true|false",
    "number": r"\d+",
    "guid": _GUID,
    "guid*": rf"{_GUID}|\*",
    "guid*?": rf"({_GUID}|\*)?",
    "name": r'[^\\?|><:/*"]{1,259}',
    "short": r'[^\\?|><:/*"+,;=\[\]. ]{1,8}(\.[^\\?|><:/*"+,;=\[\]. ]{0,3})?',
    "version": r"v?(\d+\.){0,3}\d+(-[\w.]+)?",
    "scope": "perMachine|perUser|perUserOrMachine",
    "strategy": "majorUpgrade|none",
    "pressing": "high|low|medium|mszip|none",
    "bits": "default|always32|always64",
    "schedule": "afterInstall(Validate|Initialize|Execute|ExecuteAgain|Finalize)",
    "place": "local|source|either",
    "show": "normal|minimized|maximized",
    "root": "HKMU|HKCR|HKCU|HKLM|HKU",
    "value": "string|integer|binary|expandable|multiString",
    "action": "append|prepend|write",
    "default": "followParent|local|source",
    "typical": "advertise|install",
    "folder": "TARGETDIR|PerUserProgramFilesFolder|(AdminTools|AppData|CommonAppData|CommonFiles|CommonFiles64|"
    "CommonFiles6432|Desktop|Favorites|Fonts|LocalAppData|MyPictures|NetHood|Personal|PrintHood|ProgramFiles|ProgramFiles64|"
    "ProgramFiles6432|ProgramMenu|Recent|SendTo|StartMenu|Startup|System|System16|System64|System6432|Temp|Template|"
    "Windows)Folder",
}
"""What may stand in an attribute, as patterns that match the whole of it."""

_ATTRIBUTES = {
    "Wix": "RequiredVersion:version",
    # the schema has no word for it, but without a code there is no major upgrade, which is the default
    "Package": "Codepage Compressed:truth InstallerVersion:number Language:number Manufacturer! Name! "
    "ProductCode:guid* Scope:scope ShortNames:truth UpgradeCode:guid! UpgradeStrategy:strategy Version!",
    "SummaryInformation": "Codepage Comments Description Keywords Manufacturer",
    "MajorUpgrade": "AllowDowngrades:truth AllowSameVersionUpgrades:truth Disallow:truth DowngradeErrorMessage "
    "DisallowUpgradeErrorMessage MigrateFeatures:truth IgnoreLanguage:truth IgnoreRemoveFailure:truth "
    "RemoveFeatures Schedule:schedule",
    "MediaTemplate": "CabinetTemplate CompressionLevel:pressing DiskPrompt EmbedCab:truth VolumeLabel "
    "MaximumUncompressedMediaSize:number MaximumCabinetSizeForLargeFileSplitting:number",
    "Icon": "Id! SourceFile",
    "Property": "Id! Value ComplianceCheck:truth Admin:truth Secure:truth Hidden:truth SuppressModularization:truth",
    "StandardDirectory": "Id:folder!",
    "Directory": "Id ComponentGuidGenerationSeed:guid DiskId:number FileSource Name ShortName:short "
    "ShortSourceName:short SourceName:name",
    "ComponentGroup": "Id! Directory Subdirectory Source",
    "Files": "Include! Directory Subdirectory",
    "Component": "Id ComPlusFlags:number Condition DisableRegistryReflection:truth Directory DiskId:number "
    "Feature Guid:guid*? KeyPath:truth Location:place MultiInstance:truth NeverOverwrite:truth Permanent:truth "
    "Shared:truth SharedDllRefCount:truth Subdirectory Transitive:truth UninstallWhenSuperseded:truth "
    "Bitness:bits",
    "Shortcut": "Id Directory Name:name! ShortName:short Target Description Arguments Hotkey:number Icon "
    "IconIndex:number Show:show Subdirectory WorkingDirectory WorkingSubdirectory Advertise:truth "
    "DisplayResourceDll DisplayResourceId:number DescriptionResourceDll DescriptionResourceId:number",
    "RegistryValue": "Id Root:root Key Name Value Type:value Action:action KeyPath:truth",
    "Feature": "Id! AllowAbsent:truth AllowAdvertise:truth ConfigurableDirectory Description Display "
    "InstallDefault:default Level:number Title TypicalDefault:typical",
    "ComponentGroupRef": "Id! Primary:truth",
    "ComponentRef": "Id! Primary:truth",
    "WixLocalization": "Codepage Culture ExtensionDefaultCulture:truth Language:number SummaryInformationCodepage",
}
"""The attributes of each element as NAME, NAME:KIND if it is no free text, and ! behind what it must have."""

_CHILDREN = {
    # one of the first five, and fragments beside it
    "Wix": "Bundle Package Module Patch PatchCreation Fragment",
    "Package": "AdminExecuteSequence AdminUISequence AdvertiseExecuteSequence AppId Binary ComplianceCheck "
    "Component ComponentRef ComponentGroup ComponentGroupRef CustomAction CustomActionRef CustomTable "
    "CustomTableRef Directory DirectoryRef EmbeddedChainer EmbeddedChainerRef EnsureTable Feature FeatureRef "
    "FeatureGroupRef File Files Icon InstallExecuteSequence InstallUISequence InstanceTransforms Launch "
    "MajorUpgrade Media MediaTemplate PackageCertificates PatchCertificates Property PropertyRef Requires "
    "SetDirectory SetProperty SFPCatalog SoftwareTag StandardDirectory SummaryInformation SymbolPath UI UIRef "
    "Upgrade WixVariable",
    "Property": "ComplianceDrive ComponentSearch RegistrySearch RegistrySearchRef IniFileSearch DirectorySearch "
    "DirectorySearchRef ProductSearch",
    "StandardDirectory": "Component Directory File Files Merge",
    "Directory": "Component Directory File Files Merge SymbolPath",
    "ComponentGroup": "Component ComponentGroupRef ComponentRef File Files",
    "Files": "Exclude",
    "Component": "AppId Category Class CopyFile CreateFolder Environment Extension File IniFile Interface "
    "IsolateComponent ODBCDataSource ODBCDriver ODBCTranslator ProgId Provides RegistryKey RegistryValue "
    "RemoveFile RemoveFolder RemoveRegistryKey RemoveRegistryValue ReserveCost ServiceControl ServiceConfig "
    "ServiceConfigFailureActions ServiceInstall Shortcut SymbolPath TypeLib",
    "Shortcut": "Icon ShortcutProperty",
    "RegistryValue": "Permission PermissionEx MultiString MultiStringValue",
    "Feature": "Component ComponentGroupRef ComponentRef File Files Level Feature FeatureGroupRef FeatureRef MergeRef",
    "WixLocalization": "String UI",
}
"""What may stand inside each element, in any order and number; nothing in those that are not named."""

_LEADS_TO = {
    "ComponentGroupRef": {"Id": "ComponentGroup"},
    "ComponentRef": {"Id": "Component"},
    "ComponentGroup": {"Directory": "Directory"},
    "Shortcut": {"Icon": "Icon", "WorkingDirectory": "Directory"},
}
"""Which attributes name an element elsewhere in the file. The schema does not say it; the linker would refuse it."""


def faults(root: Element) -> list[str]:
    """Return why WiX would not compile a whole .wxs or .wxl; nothing if all is well."""
    space, _, short = root.tag.rpartition("}")
    if {"Wix": WXS, "WixLocalization": WXL}.get(short) != f"{space}}}":
        return [f"{root.tag} is no root of WiX"]
    return [*_own_faults(root, f"{space}}}"), *_lost_references(root)]


def _short(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _own_faults(element: Element, space: str) -> Iterator[str]:
    short = _short(element)
    if short not in _ATTRIBUTES:
        yield f"{short} is not among the elements compared"
        return
    yield from (f"{short}: {fault}" for fault in _wrong_attributes(element))
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        yield f"{short}: text stands in it"
    allowed = {space + name for name in _CHILDREN.get(short, "").split()}
    for child in element:
        if child.tag not in allowed:
            yield f"{short}: {child.tag} cannot stand in it"
        yield from _own_faults(child, space)


def _wrong_attributes(element: Element) -> Iterator[str]:
    kinds, needed = {}, set()
    for word in _ATTRIBUTES[_short(element)].split():
        name, _, kind = word.rstrip("!").partition(":")
        kinds[name] = kind or "text"
        if word.endswith("!"):
            needed.add(name)
    yield from (f"{name} is missing" for name in sorted(needed - set(element.attrib)))
    for name, value in element.attrib.items():
        if name not in kinds:
            yield f"it has no {name}"
        elif not re.fullmatch(_KINDS[kinds[name]], value):
            yield f"{name} cannot be {value!r}"


def _lost_references(root: Element) -> Iterator[str]:
    defined = {(_short(element), element.get("Id")) for element in root.iter()}
    for element in root.iter():
        for name, target in _LEADS_TO.get(_short(element), {}).items():
            if name in element.attrib and (target, element.get(name)) not in defined:
                yield f"{_short(element)}: no {target} has the Id {element.get(name)!r}"
