using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Web.Hosting;

/// <summary>The loaded city as layouts show it.</summary>
internal sealed class CityFace(ICityRegistry registry) : ICityFace
{
    private readonly CitySnapshot city = registry.Current;

    public string Name => city.City.Names.GetValueOrDefault(Languages.Now.Split('-')[0]) ?? city.City.Name;

    public string Hotline => city.City.Hotline;

    public IReadOnlyList<EmergencyCall> Emergency { get; } =
    [.. registry.Current.City.Emergency.Select(e => new EmergencyCall(e.Number, e.NameIn(Languages.Now.Split('-')[0]), e.Sms))];

    public bool VoiceInput => city.City.VoiceInput;

    public bool Synthetic => city.City.Synthetic;

    public IReadOnlyList<string> Attributions => city.City.Attributions;

    public string? UnitName(string code) => city.Units.Find(code)?.Name;
}
