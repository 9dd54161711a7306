namespace Suiying.Requests.Model.Synthetic;

/// <summary>Who calls: mostly somebody new, about one in seven somebody who called before.</summary>
internal sealed class Callers(Plan plan, Chance ids)
{
    private const double Again = 0.15;
    private const int Remembered = 50_000;

    private readonly List<Guid> recent = [];
    private int used;

    public Guid Next(DateTimeOffset at, Chance chance)
    {
        if (recent.Count > 0 && chance.In(Again))
            return chance.One(recent);
        var person = used < plan.Persons.Count ? plan.Persons[used] : ids.Id(at);
        used++;
        if (recent.Count < Remembered)
            recent.Add(person);
        else
            recent[used % Remembered] = person;
        return person;
    }
}
