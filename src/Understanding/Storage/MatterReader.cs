using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Places;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Puts together what the models of this process and the city's own lists and words say of a matter.</summary>
internal sealed class MatterReader(ICityRegistry registry, ModelsInUse models, TimeProvider time) : IMatterReader
{
    /// <summary>A shorter text says nothing yet.</summary>
    private const int Shortest = 4;

    private readonly Kept<CategoryTree, PackWords> words = new(PackWords.Of);
    private readonly Kept<AreaTree, PlaceReader> places = new(areas => PlaceProposals.Reader(areas.All));

    public MatterReading Read(MatterAsked asked)
    {
        var city = registry.Current;
        var said = asked.Text.Trim().Length >= Shortest;
        return new MatterReading
        {
            Categories =
                said && asked.Category is null
                    ? CategoryProposals.Of(city.Categories, words.Of(city.Categories), models.Category(asked.Text), asked.Text)
                    : [],
            Places = said && asked.Area is null ? PlaceProposals.Of(city.Areas, places.Of(city.Areas), asked.Text) : [],
            Danger = Danger(asked.Text),
            Units = Units(city, asked),
        };
    }

    public DangerProposal? Danger(string text)
    {
        if (
            text.Trim().Length < Shortest
            || DangerReader.Shipped.Value.Read("", text, time.GetUtcNow()) is not { Grade: < DangerReader.Ordinary } sign
        )
            return null;
        return new DangerProposal
        {
            Grade = sign.Grade,
            Likely = sign is { Danger: >= 0.5, Kind: not null },
            Kind = sign.Kind?.ToString() ?? "Other",
            Name = UnderstandingWords.Of(sign.Kind),
            Words = sign.Words,
        };
    }

    private IReadOnlyList<UnitProposal> Units(CitySnapshot city, MatterAsked asked)
    {
        if (asked.Category is null)
            return UnitProposals.Of(city, asked, new() { Codes = [], At = default }, []);
        var matter = MatterFields.Of(city, asked.Category, asked.Area, (asked.Channel, asked.Kind), time.GetUtcNow());
        return UnitProposals.Of(city, asked, matter, models.Unit(city, matter, asked));
    }
}
