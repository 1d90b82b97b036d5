-- The message of an anomaly in the second language of the reports.
ALTER TABLE anomalies ADD COLUMN message_zh TEXT NOT NULL DEFAULT '';  -- message in Chinese, made of the same parts; '' where an older version stored none
