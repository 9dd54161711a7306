namespace Suiying.Tests.Registry;

/// <summary>A whole pack of a made-up city in a folder of its own, small enough to break in one place at a time.</summary>
public sealed class TinyPack : IDisposable
{
    public TinyPack()
    {
        Write(
            "city.json",
            """
            {
              "code": "99", "names": { "zh": "海底市", "en": "Atlantis" }, "culture": "zh-CN", "timeZone": "Asia/Shanghai",
              "hotline": "12345", "deadlineProfile": "usual",
              "emergencyNumbers": [ { "number": "110", "names": { "zh": "报警", "en": "Police" } } ],
              "officeHours": [ { "from": "2025-01-01", "open": "09:00", "close": "17:30" } ],
              "attributions": ["示例"], "synthetic": true
            }
            """
        );
        Write(
            "areas.csv",
            """
            code,name,level,parent,served,administered_by,lon,lat,schematic
            99,海底市,City,,true,,,,
            9901,珊瑚区,County,99,true,,115.40,38.90,
            9902,贝壳县,County,99,true,,115.70,39.00,
            9903,远洋县,County,99,false,邻市,115.20,38.60,
            990101,五四路街道,Township,9901,true,,,,
            990102,海带镇,Township,9901,true,,,,
            990201,沙滩镇,Township,9902,true,,,,
            990301,深水乡,Township,9903,false,,,,
            99010101,天翔社区居民委员会,Village,990101,true,,,,
            99010102,乐凯社区居民委员会,Village,990101,true,,,,
            99010201,孙村村民委员会,Village,990102,true,,,,
            99020101,东孙村村民委员会,Village,990201,true,,,,
            99020102,建设路居民委员会,Village,990201,true,,,,
            99030101,天涯村民委员会,Village,990301,false,,,,
            """
        );
        Write(
            "units.csv",
            """
            code,name,kind,parent,area,function,phone
            HOT,热线中心,Hotline,,99,,
            D-housing,住建局,CityDepartment,HOT,99,housing,
            C-9901,珊瑚区政府,CountyGovernment,HOT,9901,,
            T-990101,五四路街道办事处,Township,C-9901,990101,,010-12345678
            V-99010101,天翔社区居委会,Village,T-990101,99010101,,
            """
        );
        Write("bases.csv", "id,text,verified\n示例条例第一条,示例,false\n");
        Write(
            "categories.csv",
            """
            code,name,level,parent,grade,tag,synonyms,examples
            01,住房,1,,,住有所居,,
            0101,物业,2,01,4,,物管;小区管理,物业不修电梯
            010101,电梯,3,0101,,,,
            02,市容,1,,2,宜居性,,
            """
        );
        Write(
            "duties.csv",
            """
            id,category,area_level,unit,kind,function,basis
            1,01,City,D-housing,,,示例条例第一条
            2,0101,Township,,Township,,示例
            3,02,Township,,CountyGovernment,,示例
            """
        );
        Write(
            "calendar/2026.json",
            """{ "year": 2026, "source": "示例", "days": [ { "date": "2026-01-01", "name": "元旦", "off": true } ] }"""
        );
        Write(
            "deadlines.json",
            """
            { "profiles": [ { "name": "usual", "rules": [
              { "kind": "Sign", "amount": 2, "unit": "Hours", "basis": "示例" },
              { "kind": "Contact", "amount": 1, "unit": "WorkingDays", "basis": "示例" },
              { "kind": "Reply", "amount": 5, "unit": "WorkingDays", "basis": "示例" },
              { "kind": "Reply", "grade": 1, "amount": 1, "unit": "NaturalDays", "basis": "示例" },
              { "kind": "Return", "amount": 1, "unit": "WorkingDays", "basis": "示例" } ] } ] }
            """
        );
        Write("rosters.csv", "unit,order,days,from,to,post\nHOT,1,*,00:00,00:00,duty1\nHOT,2,1-5;7,08:30,17:30,duty2\n");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("suiying-pack-").FullName;

    public TinyPack Write(string file, string text) =>
        Write(file, System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd() + "\n"));

    public TinyPack Write(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    /// <summary>Replaces what must stand in the file.</summary>
    public TinyPack Change(string file, string from, string to)
    {
        Assert.Contains(from, Text(file), StringComparison.Ordinal);
        return Write(file, Text(file).Replace(from, to, StringComparison.Ordinal));
    }

    public TinyPack Append(string file, string line) => Write(file, Text(file) + line + "\n");

    public TinyPack Remove(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
