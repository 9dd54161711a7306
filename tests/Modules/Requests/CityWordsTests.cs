using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>What desks find by words, and what a corrected form changes.</summary>
public sealed class CityWordsTests
{
    [Fact]
    public void A_category_is_found_by_a_part_of_its_name() =>
        Assert.Equal(TinyCity.Lamp, CityWords.Categories(TinyCity.Usual, "010101")[0].Code);

    [Fact]
    public void Nothing_typed_finds_nothing()
    {
        Assert.Empty(CityWords.Categories(TinyCity.Usual, "  "));
        Assert.Empty(CityWords.Units(TinyCity.Usual, " "));
    }

    [Fact]
    public void A_unit_is_found_by_its_name() => Assert.Equal(["WATER"], CityWords.Units(TinyCity.Usual, "单位WATER").Select(u => u.Code));

    [Fact]
    public void A_form_that_changes_nothing_is_no_correction()
    {
        var request = new Matter().Request;
        Assert.Null(Classification.Of(request).Against(request));
    }

    [Fact]
    public void A_form_tells_only_what_differs()
    {
        var request = new Matter().Request;
        var form = Classification.Of(request);
        form.Choose(TinyCity.Manhole, TinyCity.Usual);
        Assert.Equal(new Reclassification { Category = TinyCity.Manhole, Grade = 1 }, form.Against(request));
    }

    [Fact]
    public void A_raised_urgency_is_not_lowered_by_the_category()
    {
        var form = new Classification { Grade = 1 };
        form.Choose(TinyCity.Lamp, TinyCity.Usual);
        Assert.Equal(1, form.Grade);
    }

    [Fact]
    public void That_nobody_of_the_city_is_accused_is_a_correction_once()
    {
        var request = new Matter(intake: Matter.Lamp with { Type = RequestType.Report }).Request;
        var form = Classification.Of(request);
        form.NoneAccused = true;
        Assert.Equal("", form.Against(request)?.AccusedUnit);
    }
}
