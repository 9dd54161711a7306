using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Puts together what the models of this process and the city's own lists say of a matter.</summary>
internal sealed class MatterReader(ICityRegistry registry, IPlaceFinder places, ModelsInUse models, TimeProvider time) : IMatterReader
{
    /// <summary>A shorter text says nothing yet.</summary>
    private const int Shortest = 4;

    public MatterReading Read(MatterAsked asked)
    {
        var city = registry.Current;
        return new MatterReading
        {
            Categories =
                asked.Category is null && asked.Text.Trim().Length >= Shortest
                    ? CategoryProposals.Of(city.Categories, models.Words(city.Categories), models.Category(asked.Text), asked.Text)
                    : [],
            Places =
                asked.Area is null && asked.Text.Trim().Length >= Shortest
                    ? [.. places.Find(asked.Text, 4).Select(p => p.Area).Where((a, i) => a.Served || i == 0)]
                    : [],
            Units = Units(city, asked),
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
