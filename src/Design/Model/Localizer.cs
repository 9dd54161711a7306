using Microsoft.Extensions.Localization;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>Pages ask for texts through the framework's localizer; the answer comes from <see cref="Translations"/>.</summary>
internal sealed class Localizer : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] => new(name, Translations.Of(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, Translations.Of(name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
