select * from "../../people.parquet"
