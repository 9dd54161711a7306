using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a form says a matter is: category, place, urgency, and whom it accuses.</summary>
public sealed class Classification
{
    public string? Category { get; set; }

    public string? Area { get; set; }

    public int Grade { get; set; } = 3;

    public string? Accused { get; set; }

    /// <summary>Somebody looked and found that no unit of this city is accused.</summary>
    public bool NoneAccused { get; set; }

    public bool AboutConduct { get; set; }

    public static Classification Of(ServiceRequest request) =>
        new()
        {
            Category = request.Category,
            Area = request.Area,
            Grade = request.Grade,
            Accused = request.AccusedUnit,
            NoneAccused = request is { AccusedExamined: true, AccusedUnit: null },
        };

    /// <summary>Urgency follows the category; one that somebody raised is not lowered by it.</summary>
    public void Choose(string? category, CitySnapshot city)
    {
        Category = category;
        if (city.Categories.Find(category) is { } found && found.Grade < Grade)
            Grade = found.Grade;
    }

    /// <summary>What differs from the request as it stands; null where nothing does.</summary>
    public Reclassification? Against(ServiceRequest request)
    {
        var accused =
            Accused is { Length: > 0 } && Accused != request.AccusedUnit ? Accused
            : NoneAccused && Accused is null && (!request.AccusedExamined || request.AccusedUnit is not null) ? ""
            : null;
        var changes = new Reclassification
        {
            Category = Category == request.Category ? null : Category,
            Area = Area == request.Area && request.AreaConfirmed ? null : Area,
            Grade = Grade == request.Grade ? null : Grade,
            AccusedUnit = accused,
            AboutConduct = AboutConduct && request.Confidentiality != Confidentiality.Sealed ? true : null,
        };
        return changes == new Reclassification() ? null : changes;
    }
}
