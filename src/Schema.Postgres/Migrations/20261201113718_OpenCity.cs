using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OpenCity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "opencity_figures",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Area = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Received = table.Column<int>(type: "integer", nullable: true),
                    Due = table.Column<int>(type: "integer", nullable: true),
                    OnTime = table.Column<int>(type: "integer", nullable: true),
                    Asked = table.Column<int>(type: "integer", nullable: true),
                    Solved = table.Column<int>(type: "integer", nullable: true),
                    Satisfied = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_opencity_figures",
                        x => new
                        {
                            x.Month,
                            x.Area,
                            x.Category,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opencity_months",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RegistryVersion = table.Column<int>(type: "integer", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    Stale = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opencity_months", x => new { x.Month, x.Revision });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_opencity_figures_Area_Category",
                table: "opencity_figures",
                columns: new[] { "Area", "Category" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "opencity_figures");

            migrationBuilder.DropTable(name: "opencity_months");
        }
    }
}
