using Suiying.Contracts.Registry;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>开任务: a supervisor asks a unit to look after something before people call.</summary>
public sealed class OpenTask(ThemesDb db, ThemeDoor door, ForecastReader forecasts)
{
    public sealed record Command
    {
        public required ProactiveOrder Order { get; init; }
    }

    /// <summary>Who of a county could do it: its government, what stands under it directly, and the city's departments.</summary>
    public IEnumerable<Unit> Units(string county)
    {
        var units = door.City.Units;
        var own = units.ByKindAndArea[(UnitKind.CountyGovernment, county)].FirstOrDefault();
        var below = own is null ? [] : units.Children(own.Code).Where(u => u.Kind is UnitKind.CountyDepartment or UnitKind.Enterprise);
        return (own is null ? below : below.Prepend(own))
            .Concat(units.All.Where(u => u.Kind is UnitKind.CityDepartment or UnitKind.Enterprise && u.Area == door.City.City.Code))
            .Where(u => !u.IsClosed());
    }

    /// <summary>What is to be expected there, for who opens a task; null where there is too little.</summary>
    public async Task<DemandForecast?> Forecast(string category, string county, CancellationToken ct) =>
        door.City.Categories.Find(category) is { } known
            ? (await forecasts.Of(known.Code, ct)).FirstOrDefault(f => f.County.Code == county)?.Forecast
            : null;

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var order = command.Order;
        var forecast = await Forecast(order.Category, order.County, ct);
        if (!ProactiveTask.Open(order, forecast, door.City, by, door.Now).Ok(out var task, out var refusal))
            return refusal;
        db.Tasks.Add(task);
        return (await door.Save(ct)).Ok(out _, out refusal) ? task.Id : refusal;
    }
}
