using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>What the agent writes down: words, channel, secrecy and, for a few, who is accused.</summary>
internal sealed class Intakes(CitySnapshot city)
{
    private static readonly Weighted<(Channel Channel, double Share)> Channels = new(
        [
            (Channel.Phone, 62),
            (Channel.WeChat, 10),
            (Channel.Web, 9),
            (Channel.App, 5),
            (Channel.Mailbox, 3),
            (Channel.LeaderBoard, 2.5),
            (Channel.Grid, 2),
            (Channel.WalkIn, 1.5),
            (Channel.Hotline110, 1.3),
            (Channel.SuperiorAssign, 1.2),
            (Channel.Sms, 1),
            (Channel.Department, 1),
            (Channel.Letter, 0.5),
        ],
        c => c.Share
    );

    private const double Reports = 0.015;
    private const double AboutConduct = 0.01;
    private const double Secret = 0.02;

    /// <param name="matter">What it is about.</param>
    /// <param name="person">Who calls.</param>
    /// <param name="calm">True for a request that shall wait somewhere: never a grade-1, for which people are rung.</param>
    /// <param name="chance">Where chance comes from.</param>
    public Intake Of(Matter matter, Guid person, bool calm, Chance chance)
    {
        var grade = city.Categories.Find(matter.Topic.Category)?.Grade ?? 3;
        var conduct = city.Duties.Propose(city, matter.Topic.Category, matter.Area.Code) is [{ Unit.Kind: UnitKind.Oversight }, ..];
        // The plan's own unit must be able to hold it, so only matters without one accuse somebody by chance.
        var accused =
            conduct ? Desk(matter.Area)
            : matter.Unit is null && !calm && chance.In(Reports + AboutConduct) ? Accused(matter)
            : null;
        var report = accused is not null && !calm && chance.In(Reports / (Reports + AboutConduct));
        return new Intake
        {
            Type = report ? RequestType.Report : Wording.TypeOf(matter.Topic, chance),
            Channel = Channels.Draw(chance).Channel,
            Title = matter.Topic.Title,
            Text = Wording.Fill(matter.Topic.Text, Words(matter.Area), matter.Place, chance),
            Category = matter.Topic.Category,
            Where = WhereOf(matter, chance),
            PersonId = person,
            WantsSecrecy = accused is null && chance.In(Secret),
            AboutConduct = (accused is not null || conduct) && !report,
            AccusedUnit = accused,
            Grade = calm && grade == 1 ? 2 : grade,
            Synthetic = true,
        };
    }

    /// <summary>The unit that should have done it, if it is one whose superior can take the matter.</summary>
    private string? Accused(Matter matter)
    {
        var unit = city.Duties.Propose(city, matter.Topic.Category, matter.Area.Code) is [var first, ..] ? first.Unit : null;
        return unit is { Parent: not null, Kind: not (UnitKind.Hotline or UnitKind.Oversight) } ? unit.Code : null;
    }

    /// <summary>Where people of an area go to an office: its township, else its county.</summary>
    private string? Desk(Area area) =>
        city
            .Areas.Upwards(area.Code)
            .SelectMany(a =>
                city.Units.ByKindAndArea[(UnitKind.Township, a.Code)].Concat(city.Units.ByKindAndArea[(UnitKind.CountyGovernment, a.Code)])
            )
            .FirstOrDefault()
            ?.Code;

    private static PlaceOfMatter WhereOf(Matter matter, Chance chance)
    {
        var near = matter.Area is { Longitude: not null, Latitude: not null } && chance.In(0.5);
        return new PlaceOfMatter
        {
            Area = matter.Area.Code,
            Confirmed = true,
            Longitude = near ? Math.Round(matter.Area.Longitude!.Value + (chance.Next() - 0.5) * 0.01, 5) : null,
            Latitude = near ? Math.Round(matter.Area.Latitude!.Value + (chance.Next() - 0.5) * 0.008, 5) : null,
            Text = matter.Place,
        };
    }

    private readonly Dictionary<string, string> words = [];

    /// <summary>An area as people say it: without the spaces of a form.</summary>
    private string Words(Area area)
    {
        if (!words.TryGetValue(area.Code, out var said))
            words[area.Code] = said = city.Areas.FullName(area.Code).Replace(" ", "", StringComparison.Ordinal);
        return said;
    }
}
