namespace Suiying.Design;

/// <summary>What layouts show of the city. The host answers from the city pack.</summary>
public interface ICityFace
{
    /// <summary>The city's name as people say it, without its administrative suffix.</summary>
    string Name { get; }

    /// <summary>The hotline's number, such as 12345.</summary>
    string Hotline { get; }

    /// <summary>Numbers that people in danger call or text, with what each is for in the reader's language.</summary>
    IReadOnlyList<EmergencyCall> Emergency => [];

    /// <summary>Those to call, for a sentence: 110 / 119 / 120.</summary>
    string EmergencyCalls => string.Join(" / ", Emergency.Where(e => !e.Sms).Select(e => e.Number));

    /// <summary>True where the city lets browsers send speech to their makers to be turned into text.</summary>
    bool VoiceInput => false;

    /// <summary>True when the data are made up; every page then says 演示数据.</summary>
    bool Synthetic { get; }

    /// <summary>Sources that must be named, shown in the footer.</summary>
    IReadOnlyList<string> Attributions { get; }

    /// <summary>The name of a unit for the user's box on desks; null when it is not known.</summary>
    string? UnitName(string code) => null;
}
